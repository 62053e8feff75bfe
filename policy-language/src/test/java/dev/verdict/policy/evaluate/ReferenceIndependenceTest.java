package dev.verdict.policy.evaluate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A second opinion is one only where it does not read what the first one was made from. */
@AnalyzeClasses(
    packages = "dev.verdict.policy.evaluate",
    importOptions = ImportOption.OnlyIncludeTests.class)
class ReferenceIndependenceTest {

  @ArchTest
  static final ArchRule theReferenceReadsCheckedFilesAndNothingThatIsLoweredOrCompiled =
      noClasses()
          .that()
          .haveNameMatching(".*\\.Reference(Actions|Evaluator|Guard|Expressions|Functions).*")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..policy.tree..", "..policy.compile..", "..policy.condition..");
}
