package dev.verdict.policy.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where an event of the YAML library begins and ends, as indexes of code points. */
final class Marks {

  private Marks() {}

  static int start(Event event) {
    return index(event.getStartMark());
  }

  static int end(Event event) {
    return index(event.getEndMark());
  }

  static int index(Optional<Mark> mark) {
    return mark.map(Mark::getIndex).orElse(0);
  }
}
