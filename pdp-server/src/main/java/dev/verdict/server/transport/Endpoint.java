package dev.verdict.server.transport;

import java.util.Set;

/** What stands behind one path. */
public interface Endpoint {

  /** The methods that it answers to. */
  Set<String> methods();

  /** Never blocks. */
  Answer answer(Call call);
}
