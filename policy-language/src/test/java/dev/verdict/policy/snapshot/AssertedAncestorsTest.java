package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several references of one collection say that they lie in adds up, in whatever order. */
class AssertedAncestorsTest {

  private static final int GROUPS = 6;

  private static final String SCHEMA =
      """
      entities:
        group: { in: [group] }
      subjects:
        user: {}
      resources:
        room:
          tenant-isolated: false
          actions: [open, enter]
          attributes: { members: %s<ref<group>>, wanted: ref<group>, one: ref<group>? }
      """;

  private static final String POLICY =
      """
      policy: room
      resource: room
      rules:
        - permit: open
          id: somebody-lies-in-it
          when: within(resource.members, resource.wanted)
        - permit: enter
          id: this-one-lies-in-it
          when: has(resource.one) && any(resource.members, m, m == resource.one && within(m, resource.wanted))
      """;

  @ParameterizedTest
  @ValueSource(strings = {"set", "list"})
  void equalReferencesAddUpInWhateverOrder(String collection) {
    Evaluator evaluator = evaluator(collection, Map.of());
    Attributes said = reference("bob", "blocked");
    List<Object> fillers = IntStream.range(0, 20).<Object>mapToObj(i -> "filler-" + i).toList();

    for (List<Object> members :
        List.of(List.<Object>of("bob", said), List.<Object>of(said, "bob"))) {
      List<Object> many = Stream.concat(members.stream(), fillers.stream()).toList();
      assertThat(isPermitted(evaluator, "enter", members, "bob", "blocked")).isTrue();
      assertThat(isPermitted(evaluator, "open", members, "bob", "blocked")).isTrue();
      assertThat(isPermitted(evaluator, "enter", many, "bob", "blocked")).isTrue();
      assertThat(isPermitted(evaluator, "enter", many, "bob", "other")).isFalse();
    }
  }

  @Test
  void whatOneSaysOfAnotherCountsForBoth() {
    Evaluator evaluator = evaluator("set", Map.of());
    List<Object> members = List.of(reference("ann", "team"), reference("team", "blocked"), "bob");

    assertThat(isPermitted(evaluator, "enter", members, "ann", "blocked")).isTrue();
    assertThat(isPermitted(evaluator, "enter", members, "bob", "blocked")).isFalse();
  }

  /** By the word of a caller that may add to what is stored: a search in the graph of both. */
  @ParameterizedTest
  @ValueSource(strings = {"set", "list"})
  void membershipIsReachability(String collection) {
    var random = new Random(1);
    for (int i = 0; i < 100; i++) {
      Map<String, Set<String>> stored = randomGraph(random);
      Map<String, Set<String>> asserted = randomGraph(random);
      Evaluator evaluator = evaluator(collection, stored);
      List<Object> members = members(asserted, random);
      Set<String> reached = reachable(asserted.keySet(), stored, asserted);
      for (int group = 0; group < GROUPS; group++) {
        String wanted = "g" + group;
        assertThat(isPermitted(evaluator, "open", members, wanted, wanted))
            .as("%s in %s, stored %s", wanted, asserted, stored)
            .isEqualTo(reached.contains(wanted));
      }
    }
  }

  /** By the word of any other: it says nothing of an entity of which is stored what it lies in. */
  @ParameterizedTest
  @ValueSource(strings = {"set", "list"})
  void whatIsStoredOfAnEntityIsAllThatCountsOfIt(String collection) {
    var random = new Random(3);
    for (int i = 0; i < 100; i++) {
      Map<String, Set<String>> stored = randomGraph(random);
      Map<String, Set<String>> asserted = randomGraph(random);
      Evaluator evaluator = evaluator(collection, stored);
      List<Object> members = members(asserted, random);
      var counting = new TreeMap<>(asserted);
      counting.keySet().removeAll(stored.keySet());
      Set<String> reached = reachable(asserted.keySet(), stored, counting);
      for (int group = 0; group < GROUPS; group++) {
        String wanted = "g" + group;
        AccessRequest request = request("open", members, wanted, wanted).with(Entitlement.ORDINARY);
        assertThat(evaluator.decide(request).permitted())
            .as("%s in %s, stored %s", wanted, asserted, stored)
            .isEqualTo(reached.contains(wanted));
      }
    }
  }

  /** The same for each element, by what is asserted alone. */
  @Test
  void membershipOfOneIsReachability() {
    var random = new Random(2);
    Evaluator evaluator = evaluator("set", Map.of());
    for (int i = 0; i < 300; i++) {
      Map<String, Set<String>> asserted = randomGraph(random);
      List<Object> members = members(asserted, random);
      String wanted = "g" + random.nextInt(GROUPS);
      for (String one : asserted.keySet()) {
        assertThat(isPermitted(evaluator, "enter", members, one, wanted))
            .as("%s in %s by %s", one, wanted, asserted)
            .isEqualTo(reachable(Set.of(one), Map.of(), asserted).contains(wanted));
      }
    }
  }

  /** Else a small body could keep the thread of its call busy. */
  @Test
  void aCollectionMayTakeOnlySoManySteps() {
    Evaluator evaluator = evaluator("set", Map.of());

    assertThat(isPermitted(evaluator, "open", eachInAll(20), "g1", "g1")).isTrue();
    assertThat(isPermitted(evaluator, "open", eachInAll(150), "g1", "g1")).isFalse();
  }

  private static List<Object> eachInAll(int count) {
    List<String> all = IntStream.range(0, count).mapToObj(i -> "g" + i).toList();
    return all.stream().<Object>map(id -> attributes("id", id, "in", all)).toList();
  }

  private static Map<String, Set<String>> randomGraph(Random random) {
    var graph = new TreeMap<String, Set<String>>();
    for (int edge = random.nextInt(GROUPS + 2); edge >= 0; edge--) {
      graph
          .computeIfAbsent("g" + random.nextInt(GROUPS), first -> new TreeSet<>())
          .add("g" + random.nextInt(GROUPS));
    }
    return graph;
  }

  /** Each edge as a reference of its own, some bare ones between them, shuffled. */
  private static List<Object> members(Map<String, Set<String>> graph, Random random) {
    var members = new ArrayList<Object>();
    graph.forEach(
        (id, containers) -> {
          containers.forEach(container -> members.add(reference(id, container)));
          members.add(id);
        });
    Collections.shuffle(members, random);
    return members;
  }

  private static Set<String> reachable(
      Set<String> starts, Map<String, Set<String>> stored, Map<String, Set<String>> asserted) {
    var found = new HashSet<>(starts);
    var open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      String next = open.remove();
      Stream.of(stored, asserted)
          .flatMap(graph -> graph.getOrDefault(next, Set.of()).stream())
          .filter(found::add)
          .forEach(open::add);
    }
    return found;
  }

  private static Attributes reference(String id, String container) {
    return attributes("id", id, "in", List.of(container));
  }

  private static Evaluator evaluator(String collection, Map<String, Set<String>> stored) {
    String entities =
        stored.entrySet().stream()
            .map(each -> "    %s: { in: %s }\n".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining());
    var repository =
        new Repository()
            .with("schema.yaml", SCHEMA.formatted(collection))
            .with("room.policy.yaml", POLICY);
    if (!stored.isEmpty()) {
      repository.with("data/groups.yaml", "entities:\n  group:\n" + entities);
    }
    return repository.evaluator();
  }

  private static boolean isPermitted(
      Evaluator evaluator, String action, List<Object> members, String one, String wanted) {
    return evaluator.decide(request(action, members, one, wanted)).permitted();
  }

  private static AccessRequest request(
      String action, List<Object> members, String one, String wanted) {
    return new AccessRequest(
            new Entity("user", "ann"),
            new Action(action),
            new Entity("room", "r-1", attributes("members", members, "wanted", wanted, "one", one)),
            Attributes.NONE,
            Instant.parse("2026-06-01T00:00:00Z"))
        .with(Entitlement.FULL);
  }
}
