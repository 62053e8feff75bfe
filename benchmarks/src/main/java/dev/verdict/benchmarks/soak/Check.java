package dev.verdict.benchmarks.soak;

/**
 * One thing that a run has to show.
 *
 * @param name of what is checked
 * @param measured what was found
 * @param expected what had to be found
 */
record Check(String name, String measured, String expected, boolean passed) {}
