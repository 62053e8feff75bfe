package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What a matrix expects to be permitted: {@code alice: [read]} on every resource of the matrix, or
 * {@code alice: { draft: [read], sent: '*' }}; {@code '*'} stands for every action.
 */
final class PermitTable {

  private static final String EVERY = "*";

  private record Cell(String subject, String action, String resource) {}

  private final Collection<String> subjects;
  private final Collection<String> actions;
  private final Collection<String> resources;
  private final BiPredicate<String, String> declares;
  private final Diagnostics diagnostics;
  private final Map<Cell, Span> permits = new HashMap<>();

  private PermitTable(
      Collection<String> subjects,
      Collection<String> actions,
      Collection<String> resources,
      BiPredicate<String, String> declares,
      Diagnostics diagnostics) {
    this.subjects = subjects;
    this.actions = actions;
    this.resources = resources;
    this.declares = declares;
    this.diagnostics = diagnostics;
  }

  /**
   * @param declares whether the type of a resource has an action
   */
  static PermitTable read(
      YamlNode node,
      Collection<String> subjects,
      Collection<String> actions,
      Collection<String> resources,
      BiPredicate<String, String> declares,
      Diagnostics diagnostics) {
    var table = new PermitTable(subjects, actions, resources, declares, diagnostics);
    MappingReader.entries(node, "`permit`", diagnostics).forEach(table::addSubject);
    return table;
  }

  /** Where the matrix says that this is permitted. */
  Optional<Span> find(String subject, String action, String resource) {
    return Optional.ofNullable(permits.get(new Cell(subject, action, resource)));
  }

  private void addSubject(YamlNode.Entry entry) {
    String subject = entry.key().value();
    if (!isListed(entry.key(), "subjects", subjects)) {
      return;
    }
    if (!(entry.value() instanceof YamlNode.Mapping byResource)) {
      resources.forEach(resource -> addActions(subject, resource, entry.value()));
      return;
    }
    for (YamlNode.Entry member : byResource.entries()) {
      if (isListed(member.key(), "resources", resources)) {
        addActions(subject, member.key().value(), member.value());
      }
    }
  }

  private void addActions(String subject, String resource, YamlNode node) {
    List<YamlNode> items =
        node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    for (YamlNode item : items) {
      MappingReader.scalar(item, "what `" + subject + "` may do", "an action", diagnostics)
          .ifPresent(action -> addAction(subject, resource, action));
    }
  }

  private void addAction(String subject, String resource, YamlNode.Scalar action) {
    if (action.value().equals(EVERY)) {
      actions.forEach(every -> permits.put(new Cell(subject, every, resource), action.span()));
    } else if (isListed(action, "actions", actions) && isDeclared(resource, action)) {
      permits.put(new Cell(subject, action.value(), resource), action.span());
    }
  }

  /** What is not declared would be no test, and so an expectation that nobody looks at. */
  private boolean isDeclared(String resource, YamlNode.Scalar action) {
    boolean declared = declares.test(resource, action.value());
    if (!declared) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_ACTION,
          action.span(),
          "`" + resource + "` has no action `" + action.value() + "`");
    }
    return declared;
  }

  private boolean isListed(YamlNode.Scalar name, String key, Collection<String> listed) {
    boolean found = listed.contains(name.value());
    if (!found) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_FIXTURE,
          name.span(),
          "the matrix does not list `"
              + name.value()
              + "` under `"
              + key
              + "`"
              + Suggestion.didYouMean(name.value(), listed));
    }
    return found;
  }
}
