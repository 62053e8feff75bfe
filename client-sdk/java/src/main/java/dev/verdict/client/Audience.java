package dev.verdict.client;

/** How much of a decision reaches the code that asked for it. */
enum Audience {
  /** All of it: obligations can be handed over, and fields can be masked. */
  SEES_DECISION,
  /** Yes or no. What the client cannot do itself is left undone. */
  SEES_YES_OR_NO
}
