package dev.verdict.benchmarks.load;

import java.time.Duration;

/**
 * How long a row takes.
 *
 * @param rounds in each of which both sides have a turn; at least 1
 * @param turn under full load, and once more at half of it
 * @param warmUp of each side, before the first round
 */
record Plan(int rounds, Duration turn, Duration warmUp) {}
