package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.rename.ChangedFile;
import dev.verdict.policy.rename.Rename;
import dev.verdict.policy.rename.RenameKind;
import dev.verdict.policy.rename.RenameOutcome;
import dev.verdict.policy.rename.RenameRequest;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Renamed questions have the same answers by the renamed files, and renaming back gives the same
 * bytes: on random repositories.
 */
class RenamedDecisionsTest {

  private static final int REPOSITORIES = Integer.getInteger("verdict.renamed", 40);
  private static final int REQUESTS = 40;

  private static final List<RenameRequest> WISHES =
      List.of(
          attribute("document.owner", "x-by"),
          attribute("document.owner", "holder"),
          attribute("document.amount", "Sum: of, all"),
          attribute("document.status", "case"),
          attribute("document.level", "rank"),
          attribute("document.shares", "parts"),
          attribute("document.home", "#1"),
          attribute("Address.zip", "post-code"),
          attribute("Place.floor", "size"),
          attribute("Share.to", "at whom"),
          attribute("context.channel", "true"),
          attribute("user.groups", "1"),
          new RenameRequest(RenameKind.ATTRIBUTE, "agent.name", "called", true),
          new RenameRequest(RenameKind.TYPE, "document", "App::Paper", false),
          new RenameRequest(RenameKind.TYPE, "user", "person", false),
          new RenameRequest(RenameKind.TYPE, "folder", "dir/x-y", false),
          new RenameRequest(RenameKind.TYPE, "Address", "Anschrift", false),
          new RenameRequest(RenameKind.ACTION, "document.read", "see", false),
          new RenameRequest(RenameKind.ACTION, "document.write", "put:it", false),
          new RenameRequest(RenameKind.ACTION, "document.file:open", "file:see", false),
          new RenameRequest(RenameKind.ROLE, "admin", "desk clerk", false),
          new RenameRequest(RenameKind.ROLE, "owner", "proprietor, or so", false),
          new RenameRequest(RenameKind.SCOPE, "docs:read", "docs read", false));

  private static RenameRequest attribute(String from, String to) {
    return new RenameRequest(RenameKind.ATTRIBUTE, from, to, false);
  }

  @Test
  void renamedQuestionsHaveTheSameAnswersAndTheWayBackGivesTheSameBytes() {
    var done = new HashSet<RenameRequest>();
    long first = Long.getLong("verdict.seed", 1);
    for (long seed = first; seed < first + REPOSITORIES; seed++) {
      var random = new Random(seed);
      List<SourceFile> files = new RandomRepository(random).next();
      RenameRequest wish = WISHES.get((int) (seed % WISHES.size()));
      RenameOutcome outcome = Rename.of(files, wish);
      if (outcome instanceof RenameOutcome.Done renamed) {
        done.add(wish);
        compare(files, with(files, renamed), wish, random, "seed " + seed + " " + wish);
      } else {
        assertThat(((RenameOutcome.Refused) outcome).remarks()).as(wish.toString()).isNotEmpty();
      }
    }
    assertThat(done).hasSizeGreaterThan(Math.min(REPOSITORIES, WISHES.size()) / 2);
  }

  private static void compare(
      List<SourceFile> files,
      List<SourceFile> renamed,
      RenameRequest wish,
      Random random,
      String what) {
    String owner = wish.from().substring(0, wish.from().lastIndexOf('.') + 1);
    String old = wish.from().substring(owner.length());
    RenameOutcome back =
        Rename.of(
            renamed, new RenameRequest(wish.kind(), owner + wish.to(), old, wish.everywhere()));
    assertThat(back).as(what).isInstanceOf(RenameOutcome.Done.class);
    assertThat(texts(with(renamed, (RenameOutcome.Done) back))).as(what).isEqualTo(texts(files));

    Snapshot before = load(files, what);
    Snapshot after = load(renamed, what);
    var requests = new RandomRequests(random, false);
    for (int i = 0; i < REQUESTS; i++) {
      AccessRequest request = declared(requests.next(), random.nextInt(4) == 0);
      Decision expected = before.decide(request);
      Decision found = after.decide(renamed(request, owner, old, wish));
      assertThat(found.permitted()).as(what).isEqualTo(expected.permitted());
      assertThat(found.reason().code()).as(what).isEqualTo(expected.reason().code());
      assertThat(found.reason().rule()).as(what).isEqualTo(expected.reason().rule());
      assertThat(found.obligations()).as(what).isEqualTo(expected.obligations());
      assertThat(found.fields().names())
          .as(what)
          .isEqualTo(
              expected.fields().names().stream()
                  .map(name -> owner.equals("document.") && name.equals(old) ? wish.to() : name)
                  .collect(Collectors.toSet()));
    }
  }

  private static String texts(List<SourceFile> files) {
    return files.stream()
        .map(file -> file.path() + "\n" + file.text())
        .collect(Collectors.joining("\n"));
  }

  private static Snapshot load(List<SourceFile> files, String what) {
    LoadResult loaded = SnapshotLoader.load(files, "r");
    return loaded.snapshot().orElseThrow(() -> new AssertionError(what + loaded.report()));
  }

  private static List<SourceFile> with(List<SourceFile> files, RenameOutcome.Done done) {
    Map<String, SourceFile> after =
        done.files().stream().collect(Collectors.toMap(ChangedFile::path, ChangedFile::after));
    return files.stream().map(file -> after.getOrDefault(file.path(), file)).toList();
  }

  /** Without properties that are nearly declared ones: they are others under another name. */
  private static AccessRequest declared(AccessRequest request, boolean isNote) {
    Set<String> ofSubjects = new HashSet<>(Samples.USER.keySet());
    ofSubjects.addAll(Samples.AGENT.keySet());
    Attributes properties = only(request.resource().attributes(), Samples.DOCUMENT.keySet());
    return new AccessRequest(
        new Entity(
            request.subject().type(),
            request.subject().id(),
            only(request.subject().attributes(), ofSubjects)),
        request.action(),
        isNote
            ? new Entity("note", "n", only(properties, Set.of("owner", "level", "status", "home")))
            : new Entity(request.resource().type(), request.resource().id(), properties),
        only(request.context(), Samples.CONTEXT.keySet()),
        request
            .actor()
            .map(
                actor ->
                    new Entity(actor.type(), actor.id(), only(actor.attributes(), ofSubjects))),
        request.now(),
        request.entitlement());
  }

  private static Attributes only(Attributes attributes, Set<String> names) {
    Attributes.Builder some = Attributes.builder();
    attributes.names().stream()
        .filter(names::contains)
        .forEach(name -> some.add(name, Optional.ofNullable(attributes.get(name)).orElseThrow()));
    return some.build();
  }

  /** The question in the new words. */
  private static AccessRequest renamed(
      AccessRequest request, String owner, String old, RenameRequest wish) {
    var words = new Words(owner, old, wish);
    String type = request.resource().type();
    boolean isAction = wish.kind() == RenameKind.ACTION && type.equals("document");
    String action = request.action().name();
    return new AccessRequest(
        words.entity(request.subject()),
        new Action(
            isAction && action.equals(old) ? wish.to() : action,
            words.attributes(request.action().attributes(), type.equals("document") ? "" : "note")),
        words.entity(request.resource()),
        words.attributes(request.context(), "context"),
        request.actor().map(words::entity),
        request.now(),
        request.entitlement());
  }

  /** Replaces one name in requests. */
  private record Words(String owner, String old, RenameRequest wish) {

    Entity entity(Entity entity) {
      boolean isType = wish.kind() == RenameKind.TYPE && entity.type().equals(old);
      return new Entity(
          isType ? wish.to() : entity.type(),
          entity.id(),
          attributes(entity.attributes(), entity.type()));
    }

    Attributes attributes(Attributes attributes, String type) {
      boolean isTheirs =
          wish.kind() == RenameKind.ATTRIBUTE && (owner.equals(type + ".") || wish.everywhere());
      Attributes.Builder renamed = Attributes.builder();
      for (String name : attributes.names()) {
        Value value = Optional.ofNullable(attributes.get(name)).orElseThrow();
        renamed.add(isTheirs && name.equals(old) ? wish.to() : name, value(name, value, type));
      }
      return renamed.build();
    }

    private Value value(String name, Value value, String type) {
      boolean isName =
          switch (wish.kind()) {
            case ROLE -> name.equals("roles");
            case SCOPE -> name.equals("scopes");
            case ATTRIBUTE -> name.equals("fields") && owner.equals("document.") && type.isEmpty();
            case TYPE, ACTION -> false;
          };
      return isName ? text(value) : members(value);
    }

    private Value text(Value value) {
      if (value instanceof Value.Text text) {
        return text.text().equals(old) ? new Value.Text(wish.to()) : value;
      }
      return value instanceof Value.Sequence list
          ? new Value.Sequence(list.values().stream().map(this::text).toList())
          : value;
    }

    private Value members(Value value) {
      if (value instanceof Value.Structure record && isOfRecords()) {
        Attributes.Builder renamed = Attributes.builder();
        Attributes members = record.attributes();
        for (String name : members.names()) {
          Value member = Optional.ofNullable(members.get(name)).orElseThrow();
          renamed.add(name.equals(old) ? wish.to() : name, members(member));
        }
        return new Value.Structure(renamed.build());
      }
      return value instanceof Value.Sequence list
          ? new Value.Sequence(list.values().stream().map(this::members).toList())
          : value;
    }

    private boolean isOfRecords() {
      return wish.kind() == RenameKind.ATTRIBUTE && Character.isUpperCase(owner.charAt(0));
    }
  }
}
