package dev.verdict.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.verdict.policy.snapshot.Snapshot;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * The server runs on the class path, where nothing keeps it out of what the policy language does
 * not export; this does. The module itself says what that is.
 */
@AnalyzeClasses(packages = "dev.verdict.server")
class PolicyLanguageFacadeTest {

  @ArchTest
  static void theServerUsesOnlyWhatThePolicyLanguageExports(JavaClasses server) throws Exception {
    String[] exported =
        policyLanguage().exports().stream()
            .map(ModuleDescriptor.Exports::source)
            .toArray(String[]::new);
    assertThat(exported).contains("dev.verdict.policy.snapshot");

    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.verdict.policy..")
                .and(DescribedPredicate.not(resideInAnyPackage(exported))))
        .check(server);
  }

  private static ModuleDescriptor policyLanguage() throws URISyntaxException {
    Path place =
        Path.of(Snapshot.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return ModuleFinder.of(place).find("dev.verdict.policy").orElseThrow().descriptor();
  }
}
