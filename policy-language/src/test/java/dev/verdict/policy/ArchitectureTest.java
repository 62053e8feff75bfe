package dev.verdict.policy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
    packages = "dev.verdict.policy",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "dev.verdict.policy.";

  /** A package uses only those before it: the way of policies, then that of requests. */
  private static final List<String> ORDER =
      List.of(
          "limit",
          "work",
          "text",
          "source",
          "diagnostic",
          "memory",
          "request",
          "decision",
          "yaml",
          "format",
          "address",
          "schema",
          "data",
          "syntax",
          "file.schema",
          "file.data",
          "file",
          "function",
          "expression",
          "checked",
          "check.expression",
          "check.function",
          "check.variable",
          "check.role",
          "check.rule",
          "check",
          "tree",
          "analyse",
          "condition",
          "evaluate",
          "compile",
          "authortest",
          "overview",
          "editor",
          "snapshot",
          "difference",
          "rename");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.verdict.policy.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyYamlKnowsTheYamlLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("..policy.yaml..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.snakeyaml..");

  @ArchTest
  static final ArchRule onlyConditionsKnowRegularExpressionsOfRequests =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..policy.check..", "..policy.expression..", "..policy.condition..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.re2j..");

  /** What is checked, compiled and explained is syntax, and never again text. */
  @ArchTest
  static final ArchRule conditionsAreParsedWhereFilesAreRead =
      noClasses()
          .that()
          .resideOutsideOfPackages("..policy.file", "..policy.syntax")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(ROOT + "syntax.ConditionParser");

  @ArchTest
  static final ArchRule nothingReadsOrWritesAnything =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..");

  /** Not through others either: what decides and what explains needs no files to be there. */
  @ArchTest
  static final ArchRule theWayOfRequestsReachesNoFiles =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..policy.request..",
              "..policy.decision..",
              "..policy.condition..",
              "..policy.evaluate..")
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAnyPackage(
              "..policy.yaml..",
              "..policy.file..",
              "..policy.syntax..",
              "..policy.check..",
              "..policy.diagnostic..");

  /**
   * Whoever walks or compiles rules takes them from the tree, and no second reading of the files.
   */
  @ArchTest
  static final ArchRule afterLoweringNothingReadsCheckedRules =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..policy.analyse..",
              "..policy.condition..",
              "..policy.evaluate..",
              "..policy.compile..",
              "..policy.authortest..",
              "..policy.overview..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..policy.checked..", "..policy.check..");

  @ArchTest
  static final ArchRule onlyLoweringMakesTrees =
      noClasses()
          .that()
          .resideOutsideOfPackage("..policy.tree..")
          .should()
          .callConstructorWhere(
              describe(
                  "it makes a part of the tree",
                  call -> call.getTargetOwner().getPackageName().equals(ROOT + "tree")));

  @ArchTest
  static final ArchRule onlyTheCheckerMakesCheckedPolicies =
      noClasses()
          .that()
          .resideOutsideOfPackages("..policy.check..", "..policy.checked..")
          .should()
          .callConstructorWhere(target(owner(resideInAPackage("dev.verdict.policy.checked"))));

  @ArchTest
  static void oneClassKnowsJexl(JavaClasses classes) {
    var names = new TreeSet<String>();
    for (JavaClass each : classes) {
      if (uses(each, "org.apache.commons.jexl3")) {
        names.add(topLevel(each).getName());
      }
    }

    assertThat(names).containsExactly(ROOT + "syntax.ConditionParser");
  }

  @ArchTest
  static void aPackageUsesOnlyThoseBeforeIt(JavaClasses classes) {
    var wrong = new TreeSet<String>();
    for (JavaClass each : classes) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        if (dependency.getTargetClass().getPackageName().startsWith(ROOT)
            && rank(dependency.getTargetClass()) > rank(each)) {
          wrong.add(dependency.getDescription());
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @ArchTest
  static void everyPackageHasAPlaceInTheOrder(JavaClasses classes) {
    assertThat(packages(classes))
        .extracting(each -> each.getName().substring(ROOT.length()))
        .containsExactlyInAnyOrderElementsOf(ORDER);
  }

  @ArchTest
  static void everyPackageSaysWhatItIsForAndHasNoNulls(JavaClasses classes) {
    assertThat(packages(classes))
        .allSatisfy(
            each -> assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
  }

  private static Set<JavaPackage> packages(JavaClasses classes) {
    return classes.getPackage("dev.verdict.policy").getSubpackagesInTree();
  }

  private static boolean uses(JavaClass each, String library) {
    return each.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> dependency.getTargetClass().getPackageName().startsWith(library));
  }

  private static JavaClass topLevel(JavaClass each) {
    JavaClass outermost = each;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return outermost;
  }

  private static int rank(JavaClass each) {
    return ORDER.indexOf(each.getPackageName().substring(ROOT.length()));
  }
}
