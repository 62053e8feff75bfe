import org.jspecify.annotations.NullMarked;

/**
 * The policy language: files to a snapshot, a request to a decision. Packages that are not exported
 * are nobody else's concern.
 */
@NullMarked
module dev.verdict.policy {
  // what decides: load a snapshot, ask it
  exports dev.verdict.policy.decision;
  exports dev.verdict.policy.diagnostic;
  exports dev.verdict.policy.limit;
  exports dev.verdict.policy.request;
  exports dev.verdict.policy.snapshot;
  exports dev.verdict.policy.source;

  // the tools of authors: tests, formatter, overview, differences, renaming, schemas for editors
  exports dev.verdict.policy.authortest;
  exports dev.verdict.policy.difference;
  exports dev.verdict.policy.editor;
  exports dev.verdict.policy.format;
  exports dev.verdict.policy.overview;
  exports dev.verdict.policy.rename;

  // the server reads its configuration as policies are read, with the same diagnostics
  exports dev.verdict.policy.yaml;

  requires static transitive org.jspecify;
  requires org.apache.commons.jexl3;
  requires org.snakeyaml.engine;
  requires re2j;
}
