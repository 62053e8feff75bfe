package dev.verdict.server.repository;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.source.SourceFile;
import java.util.List;

/** Turns the files of a policy repository into a snapshot, or into reasons why not. */
public interface PolicyLoading {

  /**
   * Reads, checks, compiles and tests; never throws for what the files hold.
   *
   * @param files of the repository
   * @param revision names the state that they were taken from
   */
  LoadResult load(List<SourceFile> files, String revision);
}
