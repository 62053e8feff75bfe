package dev.verdict.server.connection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Connections on which no call was authenticated, in the order in which they came. Those that an
 * event loop has not looked at yet are kept apart: while the loops are busy, an honest caller waits
 * there like everybody else, and did nothing for which it should give way. Not safe for use by many
 * threads.
 */
final class Unproven {

  private final Set<Connection> waiting = new LinkedHashSet<>();
  private final Set<Connection> seen = new LinkedHashSet<>();

  /** One that no loop has looked at. */
  void add(Connection connection) {
    waiting.add(connection);
  }

  /** A loop has read what it sent so far, and it is still unproven. */
  void seen(Connection connection) {
    if (waiting.remove(connection)) {
      seen.add(connection);
    }
  }

  void remove(Connection connection) {
    if (!waiting.remove(connection)) {
      seen.remove(connection);
    }
  }

  /** The number of connections that no event loop has read from yet. */
  int waiting() {
    return waiting.size();
  }

  int size() {
    return waiting.size() + seen.size();
  }

  /** The one that has to give way first; empty where all still wait to be looked at. */
  Optional<Connection> first() {
    Iterator<Connection> inOrder = seen.iterator();
    return inOrder.hasNext() ? Optional.of(inOrder.next()) : Optional.empty();
  }

  /** Those that were looked at before then. */
  List<Connection> seenBefore(long nanoseconds) {
    var before = new ArrayList<Connection>();
    for (Connection connection : seen) {
      if (connection.seenAt() - nanoseconds >= 0) {
        break;
      }
      before.add(connection);
    }
    return before;
  }
}
