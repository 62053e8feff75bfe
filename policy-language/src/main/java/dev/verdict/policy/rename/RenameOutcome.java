package dev.verdict.policy.rename;

import java.util.List;

/** What came of a wish to rename. */
public sealed interface RenameOutcome {

  /** Calls the method of the visitor that is for this kind of outcome. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of outcome. */
  interface Visitor<R> {

    R done(Done outcome);

    R refused(Refused outcome);
  }

  /**
   * The files under the new name, which load without errors and whose tests pass.
   *
   * @param names what has a new name
   * @param files those that change, by path
   * @param remarks places that may have to be looked at
   */
  record Done(List<Renamed> names, List<ChangedFile> files, List<Remark> remarks)
      implements RenameOutcome {
    public Done {
      names = List.copyOf(names);
      files = List.copyOf(files);
      remarks = List.copyOf(remarks);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.done(this);
    }
  }

  /**
   * Nothing is renamed.
   *
   * @param message why, and what to do instead
   * @param remarks the places that are in the way
   */
  record Refused(String message, List<Remark> remarks) implements RenameOutcome {
    public Refused {
      remarks = List.copyOf(remarks);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }
}
