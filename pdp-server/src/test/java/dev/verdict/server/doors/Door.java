package dev.verdict.server.doors;

import dev.verdict.policy.request.AccessRequest;
import java.util.List;

/** One way to ask a running server. */
interface Door extends AutoCloseable {

  Answer ask(AccessRequest request) throws Exception;

  /** Whether each is permitted, asked as one batch. */
  List<Boolean> askAll(List<AccessRequest> requests) throws Exception;

  @Override
  void close();
}
