package dev.verdict.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = "dev.verdict.client",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule theSdkKnowsNeitherTheServerNorThePolicyLanguage =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.verdict.server..", "dev.verdict.policy..");

  @ArchTest
  static final ArchRule theClientDoesNotKnowTheInterceptor =
      noClasses()
          .that()
          .resideInAPackage("dev.verdict.client")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.verdict.client.grpc");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.verdict.client.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noTypeOfTheWireIsInAPublicSignature =
      ArchRuleDefinition.members()
          .that(areVisibleOutside())
          .should(notMention("dev.verdict.proto", "com.google."));

  @ArchTest
  static final ArchRule noTypeOfGrpcIsInAPublicSignatureOfTheClient =
      ArchRuleDefinition.members()
          .that(areVisibleOutside())
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage("dev.verdict.client")
          .should(notMention("io.grpc"));

  private static DescribedPredicate<JavaMember> areVisibleOutside() {
    return DescribedPredicate.describe(
        "are visible outside",
        member -> isVisible(member.getModifiers()) && isVisible(member.getOwner()));
  }

  private static boolean isVisible(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static ArchCondition<JavaMember> notMention(String... packages) {
    return new ArchCondition<>("not mention " + String.join(", ", packages)) {
      @Override
      public void check(JavaMember member, ConditionEvents events) {
        Set<String> mentioned =
            mentioned(member)
                .map(JavaClass::getName)
                .filter(name -> Stream.of(packages).anyMatch(name::startsWith))
                .collect(Collectors.toSet());
        events.add(
            new SimpleConditionEvent(
                member, mentioned.isEmpty(), member.getFullName() + " mentions " + mentioned));
      }
    };
  }

  private static Stream<JavaClass> mentioned(JavaMember member) {
    Stream<JavaClass> types = member.getAllInvolvedRawTypes().stream();
    return member instanceof JavaCodeUnit code
        ? Stream.concat(types, code.getRawParameterTypes().stream())
        : types;
  }
}
