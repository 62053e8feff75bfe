package dev.verdict.server.command.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.SmallRepository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ReplCommandTest {

  private static final String QUESTION =
      """
      :subject alice
      :action read
      :resource hers
      """;

  @TempDir private Path temporary;
  private SmallRepository repository;

  @BeforeEach
  void repository() {
    repository = SmallRepository.in(temporary.resolve("policies"));
  }

  @Test
  void anExpressionIsEvaluatedWithItsType() {
    assertThat(
            said(
                QUESTION
                    + """
                    resource.owner == subject.id
                    resource.owner
                    size(resource.owner) + 1
                    """))
        .isEqualTo("bool: true\nstring: alice\nint: 6\n");
  }

  @Test
  void anExpressionThatHasNoTypeIsReportedWithItsPlace() {
    assertThat(said(QUESTION + "resource.ownr == subject.id\nresource.owner == 1\n(\n"))
        .contains("input:1:1: error[unknown-attribute]")
        .contains("did you mean `resource.owner`?")
        .contains("error[type-mismatch]")
        .contains("error[condition-syntax]");
  }

  @Test
  void anExpressionWithoutAValueForTheQuestionSaysWhy() {
    assertThat(
            said(
                """
                :subject alice
                :action read
                :resource { type: document, id: x }
                resource.owner
                """))
        .startsWith("string: could not be evaluated: ")
        .contains("resource.owner");
  }

  @Test
  void aQuestionIsDecidedAndExplained() {
    assertThat(said(QUESTION + ":decide\n:explain\n"))
        .startsWith("permit: rule `owner-reads` permits this\n")
        .contains("  obligation  {\"audit\":{\"level\":\"required\"}}\n")
        .contains("├── permit `owner-reads` (document.policy.yaml:4): matched\n");
  }

  @Test
  void partsMayBeDescribedInPlaceAndChangedOneByOne() {
    assertThat(
            said(
                QUESTION
                    + """
                    :subject { type: user, id: bob, tenant: acme }
                    resource.owner == subject.id
                    :resource { type: document, id: d, tenant: acme, owner: bob }
                    resource.owner == subject.id
                    :now 2026-01-31T08:00:00Z
                    context.now
                    """))
        .isEqualTo("bool: false\nbool: true\ntimestamp: 2026-01-31T08:00:00Z\n");
  }

  @Test
  void anActorMustBePermittedToo() {
    assertThat(said(QUESTION + ":actor bob\n:decide\n:actor\n:decide\n"))
        .startsWith("deny: ")
        .contains("\npermit: ");
  }

  @Test
  void theQuestionIsShownAsItWasWritten() {
    assertThat(said(":show\n" + QUESTION + ":show\n"))
        .isEqualTo("there is no question yet\nsubject: alice\naction: read\nresource: hers\n");
  }

  @Test
  void fixturesAreListed() {
    assertThat(said(":fixtures\n")).isEqualTo("subjects: alice, bob\nresources: hers, locked\n");
  }

  @Test
  void whatCannotBeUnderstoodIsSaidAndChangesNothing() {
    assertThat(said(QUESTION + ":subject alicia\n:now soon\n:sing\n:action\n:show\n"))
        .contains("unknown subject `alicia`")
        .contains("`:now` needs a time like `2026-01-01T00:00:00Z`\n")
        .contains("there is no command `:sing`; see `:help`\n")
        .contains("`:action` needs a name, or a mapping\n")
        .endsWith("subject: alice\naction: read\nresource: hers\n");
  }

  @Test
  void withoutAWholeQuestionNothingIsEvaluated() {
    assertThat(said(":subject alice\n1 == 1\n"))
        .isEqualTo("not all of the question is there: set :subject, :action and :resource first\n");
  }

  @Test
  void linesAfterTheEndAndCommentsAreNotAnswered() {
    assertThat(said("\n# a comment\n:quit\n:help\n")).isEmpty();
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(said(":help\n"))
        .contains(
            ":subject", ":actor", ":action", ":resource", ":context", ":now", ":show", ":fixtures")
        .contains(":decide", ":explain", ":reload", ":quit");
  }

  @Test
  void aReloadReadsThePoliciesAgainAndKeepsTheQuestion() {
    InputOnDemand input =
        new InputOnDemand(
            QUESTION + ":decide\n",
            () ->
                repository.write(
                    "document.policy.yaml",
                    SmallRepository.POLICY.replace("permit: read", "deny: read")),
            ":reload\n:decide\n");

    assertThat(run(input).out())
        .startsWith("permit: ")
        .contains("read: 3 files, 1 policy, 2 rules\ndeny: no rule permits this\n");
  }

  @Test
  void aReloadOfBrokenPoliciesKeepsTheOldOnes() {
    InputOnDemand input =
        new InputOnDemand(
            QUESTION,
            () -> repository.write("document.policy.yaml", "policy: ["),
            ":reload\n:decide\n");

    assertThat(run(input).out())
        .contains("error[yaml-syntax]")
        .contains("the policies from before stay\npermit: ");
  }

  @Test
  void policiesWithErrorsAreNotOpened() {
    repository.write("document.policy.yaml", "policy: [");

    CommandRun run = run(new ByteArrayInputStream(new byte[0]));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("error[yaml-syntax]");
  }

  /** Two pieces of input, and what happens in between. */
  private static final class InputOnDemand extends InputStream {

    private final InputStream first;
    private final InputStream second;
    private Runnable between;

    InputOnDemand(String first, Runnable between, String second) {
      this.first = bytes(first);
      this.between = between;
      this.second = bytes(second);
    }

    @Override
    public int read() throws IOException {
      int next = first.read();
      if (next >= 0) {
        return next;
      }
      between.run();
      between = () -> {};
      return second.read();
    }

    /** One byte at a time: what is read ahead would be answered by other policies. */
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int next = length == 0 ? -1 : read();
      if (next < 0) {
        return next;
      }
      into[from] = (byte) next;
      return 1;
    }
  }

  private String said(String input) {
    CommandRun run = run(bytes(input));
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.err()).as("prompts only").matches("(> )+\\n?");
    return run.out();
  }

  private CommandRun run(InputStream input) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status =
        new CommandLine(new ReplCommand(input))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(repository.folder());
    return new CommandRun(status, out.toString(), err.toString());
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
