package dev.verdict.policy.rename;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Severity;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Renames what a repository declares, wherever it is meant and nowhere else. What comes out is
 * proven before it is handed on: it loads, its tests pass, and the same renaming back gives the
 * files as they were, but for quotes.
 */
public final class Rename {

  private final List<SourceFile> files;
  private final RenameRequest request;
  private final RepositoryText repository;

  private Rename(List<SourceFile> files, RenameRequest request) {
    this.files = List.copyOf(files);
    this.request = request;
    repository = new RepositoryText(files);
  }

  /**
   * Renames in memory.
   *
   * @param files of a repository that loads without errors
   */
  public static RenameOutcome of(List<SourceFile> files, RenameRequest request) {
    try {
      return new Rename(files, request).outcome();
    } catch (RenameRefusedException refused) {
      return refused.refusal();
    }
  }

  private RenameOutcome outcome() {
    List<Name> names = Selection.of(request, repository.uses(), repository.schema());
    refuse(tested(names), "the new name would change what these say; change them first");
    refuse(
        shared(names),
        "some places mean something else as well; say them apart, or rename all with `--all`");
    String from = names.get(0).text();
    List<ChangedFile> changed = replaced(repository, Set.copyOf(names), from, request.to(), files);
    prove(names, changed);
    var elsewhere = new Elsewhere(repository.schema(), repository.derivedRoles());
    return new RenameOutcome.Done(
        names.stream()
            .map(
                name ->
                    new Renamed(
                        request.kind(),
                        name.label(),
                        request.to(),
                        elsewhere.sentence(name, request.to())))
            .toList(),
        changed,
        leaks(names));
  }

  private static void refuse(List<Remark> remarks, String message) {
    if (!remarks.isEmpty()) {
      throw new RenameRefusedException(message, remarks);
    }
  }

  /** Prefixes and patterns that the new name passes and the old one did not, or the other way. */
  private List<Remark> tested(List<Name> names) {
    return repository.uses().tests().stream()
        .filter(test -> names.stream().anyMatch(test.names()::mayBe))
        .filter(
            test ->
                !test.outcome()
                    .apply(names.get(0).text())
                    .equals(test.outcome().apply(request.to())))
        .map(
            test ->
                new Remark(
                    test.span(),
                    Selection.quoted(test.written()) + " looks at the letters of the name"))
        .distinct()
        .toList();
  }

  private List<Remark> shared(List<Name> names) {
    var remarks = new ArrayList<Remark>();
    repository
        .uses()
        .places()
        .forEach(
            (place, meant) -> {
              List<Name> others = meant.stream().filter(name -> !names.contains(name)).toList();
              if (others.size() < meant.size() && !others.isEmpty()) {
                remarks.add(new Remark(place.span(), "this is also " + described(others)));
              }
            });
    return remarks;
  }

  private static String described(List<Name> names) {
    return names.stream()
        .sorted(Comparator.comparing(Name::label))
        .map(
            name ->
                name.sort() == NameSort.TEXT
                    ? "a text that is no name"
                    : "the " + name.sort().kind().word() + " " + Selection.quoted(name.label()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private List<Remark> leaks(List<Name> names) {
    return repository.uses().leaks().stream()
        .filter(leak -> names.stream().anyMatch(leak.names()::mayBe))
        .map(
            leak ->
                new Remark(
                    leak.span(),
                    Selection.quoted(leak.written())
                        + (leak.isSent()
                            ? " sends the new name to callers"
                            : " is compared with such names; what it holds is not renamed")))
        .distinct()
        .toList();
  }

  private static List<ChangedFile> replaced(
      RepositoryText repository, Set<Name> names, String from, String to, List<SourceFile> files) {
    Map<String, List<Place>> byFile = new TreeMap<>();
    repository
        .uses()
        .places()
        .forEach(
            (place, meant) -> {
              if (meant.stream().anyMatch(names::contains)) {
                byFile.computeIfAbsent(place.span().file(), f -> new ArrayList<>()).add(place);
              }
            });
    var changed = new ArrayList<ChangedFile>();
    for (SourceFile file : files) {
      List<Place> places = byFile.getOrDefault(file.path(), List.of());
      if (!places.isEmpty()) {
        changed.add(new ChangedFile(file, replaced(file, places, from, to), places.size()));
      }
    }
    changed.sort(Comparator.comparing(ChangedFile::path));
    return changed;
  }

  private static SourceFile replaced(SourceFile file, List<Place> places, String from, String to) {
    try {
      return new FileEdits(file).replace(places, from, to);
    } catch (UnwritablePlaceException e) {
      throw new RenameRefusedException(
          "a name is written with escapes or over several lines; write it plainly first",
          List.of(new Remark(e.place().span(), "this is " + Selection.quoted(from))));
    }
  }

  private void prove(List<Name> names, List<ChangedFile> changed) {
    List<SourceFile> renamed = with(changed);
    LoadResult loaded = SnapshotLoader.load(renamed, "renamed");
    if (loaded.snapshot().isEmpty()) {
      throw new RenameRefusedException(
          "under the new name the repository would have errors", errors(loaded));
    }
    Set<Name> back =
        names.stream()
            .map(name -> name.called(request.to()))
            .collect(Collectors.toUnmodifiableSet());
    List<ChangedFile> restored =
        replaced(new RepositoryText(renamed), back, request.to(), names.get(0).text(), renamed);
    if (!haveSamePlaces(changed, restored)) {
      throw new RenameRefusedException(
          "something is called " + Selection.quoted(request.to()) + " already",
          restored.stream().map(file -> new Remark(Span.startOf(file.path()), "here")).toList());
    }
  }

  private static boolean haveSamePlaces(List<ChangedFile> changed, List<ChangedFile> restored) {
    if (changed.size() != restored.size()) {
      return false;
    }
    for (int i = 0; i < changed.size(); i++) {
      if (!withoutQuotes(changed.get(i).before()).equals(withoutQuotes(restored.get(i).after()))) {
        return false;
      }
    }
    return true;
  }

  private static String withoutQuotes(SourceFile file) {
    return file.path() + "\n" + file.text().replaceAll("['\"]", "");
  }

  private List<SourceFile> with(List<ChangedFile> changed) {
    Map<String, SourceFile> after =
        changed.stream().collect(Collectors.toMap(ChangedFile::path, ChangedFile::after));
    return files.stream().map(file -> after.getOrDefault(file.path(), file)).toList();
  }

  private static List<Remark> errors(LoadResult loaded) {
    return loaded.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .limit(20)
        .map((Diagnostic diagnostic) -> new Remark(diagnostic.span(), diagnostic.message()))
        .toList();
  }
}
