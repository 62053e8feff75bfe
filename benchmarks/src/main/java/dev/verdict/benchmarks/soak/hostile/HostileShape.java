package dev.verdict.benchmarks.soak.hostile;

/** One way to hurt a server. Its state belongs to the thread of its attacker. */
interface HostileShape {

  /** What it is called on the command line, in kebab-case. */
  String name();

  /** Begins; what goes on after that is scheduled with the attacker. Called on its thread. */
  void begin(Attacker attacker);
}
