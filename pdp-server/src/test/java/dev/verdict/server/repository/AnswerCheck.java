package dev.verdict.server.repository;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Holds each answer against the policy of exactly the revision that it names, and the revision
 * against what may have been active while the question was under way.
 */
final class AnswerCheck {

  private static final int MAX_FAULTS = 20;

  private final Map<String, Integer> editOf = new ConcurrentHashMap<>();
  private final AtomicInteger newestActive = new AtomicInteger();
  private final AtomicInteger newestWritten = new AtomicInteger();
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();

  /** A good edit is about to be written: from now on it may decide. */
  void writing(int edit) {
    editOf.put(PolicyEdits.revisionAfter(edit), edit);
    newestWritten.set(edit);
  }

  /** A good edit is known to be active: from now on nothing older may decide. */
  void active(int edit) {
    newestActive.set(edit);
  }

  /** To be asked before a question: the oldest edit that may decide it. */
  int oldestAllowed() {
    return newestActive.get();
  }

  void answered(String door, int oldestAllowed, String user, boolean permitted, String revision) {
    answers.computeIfAbsent(door, name -> new LongAdder()).increment();
    Integer edit = editOf.get(revision);
    if (edit == null) {
      fault(door + " answered by `" + revision + "`, which is no good state");
    } else if (edit < oldestAllowed || edit > newestWritten.get()) {
      fault(door + " answered by edit " + edit + ", which was not active then");
    } else if (permitted != PolicyEdits.readerAfter(edit).equals(user)) {
      fault(door + " answered " + permitted + " to " + user + " by edit " + edit);
    }
  }

  void fault(String fault) {
    if (faults.size() < MAX_FAULTS) {
      faults.add(fault);
    }
  }

  /** How many answers came, by door. */
  Map<String, LongAdder> answers() {
    return answers;
  }

  List<String> faults() {
    return faults;
  }
}
