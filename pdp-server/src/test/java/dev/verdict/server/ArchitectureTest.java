package dev.verdict.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.identity.IdentityGate;
import java.util.Set;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = "dev.verdict.server",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String SERVER = "dev.verdict.server.";

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("dev.verdict.server.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_ROOMS =
      slices().matching("dev.verdict.server.(**)").should().beFreeOfCycles();

  @ArchTest static final ArchRule CONFIGURATION_STANDS_ALONE = mayUse("configuration", "rights");

  @ArchTest
  static final ArchRule CACHE_STANDS_AROUND_DECISIONS =
      mayUse("cache", "decision", "eventual", "weight");

  @ArchTest
  static final ArchRule DECISIONS_KNOW_NO_DOOR = mayUse("decision", "eventual", "identity");

  @ArchTest
  static final ArchRule METRICS_KNOW_THE_WORDS_OF_OTHERS =
      mayUse(
          "metrics",
          "cache",
          "connection",
          "decision",
          "eventual",
          "identity",
          "refusal",
          "repository");

  @ArchTest
  static final ArchRule IDENTITY_KNOWS_NO_DOOR =
      mayUse("identity", "configuration", "eventual", "json", "log", "rights", "weight");

  @ArchTest
  static final ArchRule REPOSITORY_KNOWS_NO_DOOR = mayUse("repository", "configuration", "log");

  @ArchTest
  static final ArchRule CONNECTIONS_KNOW_NO_PROTOCOL = mayUse("connection", "configuration");

  @ArchTest static final ArchRule RIGHTS_STAND_ALONE = mayUse("rights");

  @ArchTest static final ArchRule RESULTS_STAND_ALONE = mayUse("eventual");

  @ArchTest static final ArchRule WEIGHTS_STAND_ALONE = mayUse("weight");

  @ArchTest static final ArchRule LOGS_STAND_ALONE = mayUse("log");

  @ArchTest static final ArchRule JSON_STANDS_ALONE = mayUse("json");

  @ArchTest static final ArchRule REFUSALS_STAND_ALONE = mayUse("refusal");

  @ArchTest
  static final ArchRule TRANSPORT_KNOWS_NO_DECISION =
      mayUse("transport", "configuration", "connection", "json", "refusal");

  @ArchTest
  static final ArchRule QUESTIONS_KNOW_NO_PROTOCOL =
      mayUse("door.question", "decision", "eventual", "identity", "refusal", "rights");

  @ArchTest
  static final ArchRule GRPC_IS_A_DOOR =
      mayUse(
          "door.grpc",
          "configuration",
          "connection",
          "decision",
          "door.question",
          "eventual",
          "identity",
          "refusal");

  @ArchTest
  static final ArchRule AUTHZEN_IS_A_DOOR =
      mayUse(
          "door.authzen",
          "configuration",
          "connection",
          "decision",
          "door.question",
          "eventual",
          "identity",
          "json",
          "refusal",
          "transport");

  @ArchTest
  static final ArchRule ADMIN_IS_THE_OPERATORS_DOOR =
      mayUse("door.admin", "connection", "json", "refusal", "repository", "transport");

  /** What a door decoded goes this way only, so that no door has an admission of its own. */
  @ArchTest
  static final ArchRule ASKS_ARE_MADE_BY_ONE_ADMISSION =
      noClasses()
          .that()
          .resideOutsideOfPackage(SERVER + "door.question..")
          .should()
          .callConstructorWhere(target(owner(type(Ask.class))))
          .orShould()
          .callMethodWhere(target(owner(type(IdentityGate.class))).and(target(name("identify"))));

  /** Other readers take what {@code JsonTokens} refuses. */
  @ArchTest
  static final ArchRule ONE_CLASS_READS_JSON =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson..", "io.vertx.core.json..");

  @ArchTest
  static final ArchRule NOBODY_BUT_THE_WIRING_KNOWS_METRICS =
      noClasses()
          .that()
          .resideOutsideOfPackages(SERVER + "metrics..", SERVER + "wiring..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SERVER + "metrics..");

  /** Whoever else evaluates rules would pass by the log, the metrics and the cache. */
  @ArchTest
  static final ArchRule ONLY_DECISIONS_EVALUATE_RULES =
      noClasses()
          .that()
          .resideOutsideOfPackages(SERVER + "decision..", SERVER + "command..")
          .should()
          .callMethod(Snapshot.class, "decide", AccessRequest.class)
          .orShould()
          .callMethod(Snapshot.class, "explain", AccessRequest.class);

  @ArchTest
  static final ArchRule NOTHING_KNOWS_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.verdict.server.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.verdict.server.command..");

  @ArchTest
  static final ArchRule SERVING_KNOWS_NO_OTHER_COMMAND = knowsOfCommands("serve", "output");

  @ArchTest
  static final ArchRule CHECKING_KNOWS_NO_OTHER_COMMAND =
      knowsOfCommands("check", "folder", "output");

  @ArchTest
  static final ArchRule ASKING_KNOWS_NO_OTHER_COMMAND = knowsOfCommands("ask", "folder", "output");

  @ArchTest
  static final ArchRule SHOWING_KNOWS_NO_OTHER_COMMAND =
      knowsOfCommands("show", "folder", "output");

  @ArchTest
  static final ArchRule CHANGING_KNOWS_NO_OTHER_COMMAND =
      knowsOfCommands("change", "folder", "output");

  @ArchTest
  static final ArchRule THE_FOLDER_OF_COMMANDS_KNOWS_NONE = knowsOfCommands("folder", "output");

  @ArchTest static final ArchRule THE_OUTPUT_OF_COMMANDS_KNOWS_NONE = knowsOfCommands("output");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_THE_WIRING =
      noClasses()
          .that()
          .resideOutsideOfPackages(SERVER + "wiring..", SERVER + "command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SERVER + "wiring..");

  @ArchTest
  static final ArchRule GIT_IS_KNOWN_TO_THE_REPOSITORY =
      knownOnlyTo(Set.of("repository"), "org.eclipse.jgit..");

  @ArchTest
  static final ArchRule TOKENS_ARE_KNOWN_TO_IDENTITY =
      knownOnlyTo(Set.of("identity"), "com.nimbusds..");

  @ArchTest
  static final ArchRule HTTP_IS_KNOWN_TO_ITS_DOORS =
      knownOnlyTo(Set.of("transport", "door.admin"), "io.vertx..");

  @ArchTest
  static final ArchRule GRPC_IS_KNOWN_TO_ITS_DOOR =
      knownOnlyTo(
          Set.of("door.grpc", "command.training"),
          "io.grpc..",
          "com.google.protobuf..",
          "dev.verdict.proto..");

  @ArchTest
  static final ArchRule CAFFEINE_IS_KNOWN_TO_WHAT_REMEMBERS =
      knownOnlyTo(Set.of("cache", "identity"), "com.github.benmanes..");

  @ArchTest
  static final ArchRule MICROMETER_IS_KNOWN_TO_THE_METRICS =
      knownOnlyTo(Set.of("metrics"), "io.micrometer..");

  @ArchTest
  static final ArchRule PICOCLI_IS_KNOWN_TO_THE_COMMAND_LINE =
      knownOnlyTo(Set.of("command"), "picocli..");

  @ArchTest
  static final ArchRule A_DECISION_SWALLOWS_NO_FAULT =
      classes()
          .that()
          .resideInAnyPackage(SERVER + "decision..", SERVER + "eventual..", SERVER + "cache..")
          .and(not(carriesAFaultToTheDoor()))
          .should(catchNothingBroad());

  /** A package and those parts of the server that it may use. */
  private static ArchRule mayUse(String user, String... used) {
    var allowed = new java.util.ArrayList<String>();
    allowed.add(SERVER + user + "..");
    for (String part : used) {
      allowed.add(SERVER + part + "..");
    }
    return noClasses()
        .that()
        .resideInAPackage(SERVER + user + "..")
        .should(
            dependOnClassesThat(
                resideInAnyPackage("dev.verdict.server..")
                    .and(not(resideInAnyPackage(allowed.toArray(String[]::new))))))
        .as("`" + user + "` uses of the server only " + Set.of(used))
        .allowEmptyShould(true);
  }

  /** A room of the command line and those rooms of it that it may use. */
  private static ArchRule knowsOfCommands(String room, String... used) {
    String commands = SERVER + "command.";
    String[] allowed =
        Stream.concat(Stream.of(room), Stream.of(used))
            .map(each -> commands + each + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(commands + room + "..")
        .should(
            dependOnClassesThat(
                resideInAnyPackage(SERVER + "command..").and(not(resideInAnyPackage(allowed)))))
        .as("`command." + room + "` uses of the command line only " + Set.of(used));
  }

  private static ArchRule knownOnlyTo(Set<String> parts, String... library) {
    String[] packages = parts.stream().map(part -> SERVER + part + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library);
  }

  /** A thread that brings a result cannot answer for what is made of it: the waiting door can. */
  private static DescribedPredicate<JavaClass> carriesAFaultToTheDoor() {
    return JavaClass.Predicates.type(Promise.class);
  }

  private static ArchCondition<JavaClass> catchNothingBroad() {
    return new ArchCondition<>("catch neither `Exception` nor what is above it") {
      @Override
      public void check(JavaClass checked, ConditionEvents events) {
        for (var unit : checked.getCodeUnits()) {
          for (var block : unit.getTryCatchBlocks()) {
            block.getCaughtThrowables().stream()
                .filter(caught -> isBroad(caught))
                .forEach(
                    caught ->
                        events.add(
                            SimpleConditionEvent.violated(
                                checked, unit.getFullName() + " catches " + caught.getName())));
          }
        }
      }
    };
  }

  private static boolean isBroad(JavaClass caught) {
    return caught.isAssignableFrom(RuntimeException.class);
  }
}
