package dev.verdict.policy.rename;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Renames every name of every repository that people copy from, and back. */
class RenameExamplesTest {

  private static final String PLAIN = "brandNew";
  private static final String QUOTED = "x-brand: new";

  @TestFactory
  @Tag("slow")
  List<DynamicTest> eachNameIsRenamedAndBackToTheSameBytes() {
    var tests = new ArrayList<DynamicTest>();
    WrittenRepositories.all()
        .forEach(
            (repository, files) ->
                names(files)
                    .forEach(
                        name ->
                            tests.add(
                                DynamicTest.dynamicTest(
                                    repository + ": " + name.sort() + " " + name.label(),
                                    () -> renameAndBack(files, name)))));
    return tests;
  }

  @Test
  void someNamesOfAnExampleAreRenamedAndBackToTheSameBytes() {
    List<SourceFile> files = WrittenRepositories.example("invoicing");

    assertThat(names(files))
        .extracting(Name::label)
        .contains("invoice", "invoice.owner", "invoice.approve", "accountant", "invoices:approve");
    names(files).stream()
        .filter(name -> List.of("invoice.owner", "accountant").contains(name.label()))
        .forEach(name -> renameAndBack(files, name));
  }

  /** But for names that are the tenant's, or that a pattern looks at. */
  private static List<Name> names(List<SourceFile> files) {
    return new RepositoryText(files)
        .uses().names().stream()
            .filter(name -> name.sort() != NameSort.TEXT)
            .filter(name -> !name.text().equals("tenant") && !name.text().contains("/"))
            .toList();
  }

  private static void renameAndBack(List<SourceFile> files, Name name) {
    String to = name.sort().kind() == RenameKind.ATTRIBUTE ? QUOTED : PLAIN;
    List<SourceFile> renamed = renamed(files, name, to);

    assertThat(renamed).isNotEqualTo(files);
    assertThat(renamed(renamed, name.called(to), name.text())).isEqualTo(files);
  }

  private static List<SourceFile> renamed(List<SourceFile> files, Name name, String to) {
    RenameOutcome outcome =
        Rename.of(files, new RenameRequest(name.sort().kind(), name.label(), to, false));
    assertThat(outcome).isInstanceOf(RenameOutcome.Done.class);
    Map<String, SourceFile> after =
        ((RenameOutcome.Done) outcome)
            .files().stream().collect(Collectors.toMap(ChangedFile::path, ChangedFile::after));
    return files.stream().map(file -> after.getOrDefault(file.path(), file)).toList();
  }
}
