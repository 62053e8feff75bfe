package dev.verdict.server.http;

import java.util.Set;

/** What stands behind one path. */
interface Endpoint {

  /** The methods that it answers to. */
  Set<String> methods();

  /** Never blocks. */
  Answer answer(Call call);
}
