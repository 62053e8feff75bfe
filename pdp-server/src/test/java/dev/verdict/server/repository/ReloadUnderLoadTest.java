package dev.verdict.server.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.client.AccessRequest;
import dev.verdict.client.Decision;
import dev.verdict.client.PdpClient;
import dev.verdict.client.Resource;
import dev.verdict.client.Subject;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.configuration.CacheConfiguration;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.ListenAddress;
import dev.verdict.server.configuration.ListenConfiguration;
import dev.verdict.server.configuration.RepositoryConfiguration;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.wiring.VerdictServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Callers ask through both doors without a pause, while the policies are edited a hundred times and
 * every second edit is broken.
 */
@Tag("slow")
class ReloadUnderLoadTest {

  private static final int EDITS = 100;
  private static final Duration BETWEEN_EDITS = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ListenAddress ANYWHERE = new ListenAddress("127.0.0.1", 0);
  private static final Pattern REVISION = Pattern.compile("\"revision\":\"([^\"]+)\"");

  @TempDir private Path temporary;
  private Path directory;
  private final AnswerCheck check = new AnswerCheck();
  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final AtomicBoolean done = new AtomicBoolean();

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void everyAnswerIsThatOfTheOldOrTheNewPolicyAndNoneFails() throws Exception {
    makeRepository();
    try (VerdictServer server = VerdictServer.start(configuration(), new Told(told));
        PdpClient client = client(server.grpcAddress().getPort())) {
      awaitActivationOf(0);
      var threads = Executors.newFixedThreadPool(4);
      List<Future<?>> callers =
          List.of(
              threads.submit(() -> askSingly(client)),
              threads.submit(() -> askInBatches(client)),
              threads.submit(() -> askOverHttp(server.httpAddress().getPort())));
      editAllTheTime();
      done.set(true);
      for (Future<?> caller : callers) {
        caller.get(30, TimeUnit.SECONDS);
      }
      threads.shutdown();
    }

    assertThat(check.faults()).isEmpty();
    assertThat(check.answers()).containsOnlyKeys("gRPC", "gRPC batch", "HTTP");
    assertThat(check.answers().values()).allMatch(answers -> answers.sum() > EDITS);
  }

  private void makeRepository() throws IOException {
    directory = Files.createDirectory(temporary.resolve("policies"));
    Files.writeString(directory.resolve("schema.yaml"), SmallPolicies.SCHEMA);
    Files.writeString(directory.resolve("offer.policy.yaml"), SmallPolicies.OFFERS);
    write(0);
  }

  /** One edit after the other, each when the server has dealt with the one before. */
  private void editAllTheTime() throws InterruptedException {
    var ticks = Executors.newSingleThreadScheduledExecutor();
    var finished = new CountDownLatch(EDITS);
    var edit = new AtomicInteger();
    var editing =
        ticks.scheduleAtFixedRate(
            () -> {
              editAndAwait(edit.incrementAndGet());
              finished.countDown();
            },
            0,
            BETWEEN_EDITS.toMillis(),
            TimeUnit.MILLISECONDS);
    boolean all = finished.await(4, TimeUnit.MINUTES);
    editing.cancel(false);
    ticks.shutdown();
    assertThat(all).as("all edits were dealt with; the last was %s", edit).isTrue();
  }

  private void editAndAwait(int edit) {
    if (edit > EDITS) {
      return;
    }
    try {
      write(edit);
      if (PolicyEdits.isBroken(edit)) {
        await("rejected", edit);
      } else {
        awaitActivationOf(edit);
      }
    } catch (IOException | InterruptedException e) {
      check.fault("edit " + edit + " failed: " + e);
    }
  }

  private void write(int edit) throws IOException {
    if (!PolicyEdits.isBroken(edit)) {
      check.writing(edit);
    }
    Path written = Files.write(temporary.resolve("written"), PolicyEdits.contentAfter(edit));
    Files.move(
        written,
        directory.resolve("document.policy.yaml"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void awaitActivationOf(int edit) throws InterruptedException {
    await("activated " + PolicyEdits.revisionAfter(edit), edit);
    check.active(edit);
  }

  private void await(String event, int edit) throws InterruptedException {
    String heard = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (!event.equals(heard)) {
      check.fault("after edit " + edit + " came " + heard + " instead of " + event);
    }
  }

  private void askSingly(PdpClient client) {
    asking(
        "gRPC",
        user -> {
          int oldest = check.oldestAllowed();
          Decision decision =
              client.evaluate(Subject.of("user", user), "read", Resource.of("document", "1"));
          check.answered("gRPC", oldest, user, decision.permitted(), decision.revision());
        });
  }

  private void askInBatches(PdpClient client) {
    asking(
        "gRPC batch",
        ignored -> {
          int oldest = check.oldestAllowed();
          List<Decision> decisions = client.evaluateAll(batch());
          for (int i = 0; i < decisions.size(); i++) {
            String user = PolicyEdits.USERS.get(i);
            Decision decision = decisions.get(i);
            check.answered("gRPC batch", oldest, user, decision.permitted(), decision.revision());
          }
          if (decisions.stream().map(Decision::revision).distinct().count() != 1) {
            check.fault("a batch was decided by several states");
          }
        });
  }

  private static List<AccessRequest> batch() {
    var requests = new ArrayList<AccessRequest>();
    for (String user : PolicyEdits.USERS) {
      requests.add(
          AccessRequest.of(Subject.of("user", user), "read", Resource.of("document", "1")));
    }
    return requests;
  }

  private void askOverHttp(int port) {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var target = URI.create("http://127.0.0.1:" + port + "/access/v1/evaluation");
    asking(
        "HTTP",
        user -> {
          int oldest = check.oldestAllowed();
          HttpResponse<String> response =
              client.send(question(target, user), BodyHandlers.ofString(UTF_8));
          Matcher revision = REVISION.matcher(response.body());
          if (response.statusCode() != 200 || !revision.find()) {
            check.fault("HTTP answered " + response.statusCode() + " " + response.body());
            return;
          }
          boolean permitted = response.body().contains("\"decision\":true");
          check.answered("HTTP", oldest, user, permitted, revision.group(1));
        });
  }

  private static HttpRequest question(URI target, String user) {
    String body =
        """
        {"subject": {"type": "user", "id": "%s"}, "action": {"name": "read"},
         "resource": {"type": "document", "id": "1"}}
        """
            .formatted(user);
    return HttpRequest.newBuilder(target)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body, UTF_8))
        .build();
  }

  /** Asks for one user after the other until all edits are done; whatever is thrown is a fault. */
  private void asking(String door, Question question) {
    for (int i = 0; !done.get(); i++) {
      try {
        question.ask(PolicyEdits.USERS.get(i % PolicyEdits.USERS.size()));
      } catch (IOException | InterruptedException | RuntimeException e) {
        check.fault(door + " failed at question " + i + ": " + e);
      }
    }
  }

  private interface Question {
    void ask(String user) throws IOException, InterruptedException;
  }

  private ServerConfiguration configuration() {
    return new ServerConfiguration(
        new ListenConfiguration(ANYWHERE, ANYWHERE, ANYWHERE),
        new RepositoryConfiguration.Directory(directory, Duration.ofMillis(50)),
        Optional.empty(),
        CacheConfiguration.DEFAULT.ofAllDecisions(),
        Optional.empty(),
        Optional.empty(),
        Limits.STANDARD,
        ServerConfiguration.DEFAULT_CALL_TIMEOUT,
        false,
        ConnectionLimits.DEFAULT,
        Duration.ZERO);
  }

  private static PdpClient client(int port) {
    return PdpClient.builder("127.0.0.1:" + port).plaintext().deadline(PATIENCE).build();
  }

  /** Hands what the follower tells to the editing thread. */
  private record Told(LinkedBlockingQueue<String> told) implements RepositoryListener {

    @Override
    public void activated(Snapshot snapshot, LoadResult loaded, Duration took) {
      told.add("activated " + snapshot.revision());
    }

    @Override
    public void rejected(LoadFailure.Rejected failure) {
      told.add("rejected");
    }

    @Override
    public void unreachable(LoadFailure.Unreachable failure) {
      told.add("unreachable");
    }

    @Override
    public void recovered(String revision) {
      told.add("recovered");
    }

    @Override
    public void polled(PollOutcome outcome) {}
  }
}
