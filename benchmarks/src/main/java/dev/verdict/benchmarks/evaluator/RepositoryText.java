package dev.verdict.benchmarks.evaluator;

import dev.verdict.policy.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files of a repository of any number of rules, in groups of ten. */
public final class RepositoryText {

  /** Rules in one group. */
  public static final int RULES_EACH = 10;

  /** Groups in one file of policies, where nothing else is said. */
  static final int GROUPS_IN_FILE = 10;

  private static final String MEASURED =
      "resource.department == subject.department && resource.status == 'submitted'"
          + " && resource.amount <= subject.approvalLimit && resource.owner != subject.id"
          + " && context.channel == 'office'";

  private final Spread spread;
  private final int groups;
  private final int types;
  private final int actions;
  private final int groupsInFile;
  private final int extraAttributes;

  /**
   * One hundred rules to a file.
   *
   * @param rules a multiple of {@value #RULES_EACH}
   */
  public RepositoryText(int rules, Spread spread) {
    this(rules, spread, GROUPS_IN_FILE, 0);
  }

  /**
   * Any number of rules to a file.
   *
   * @param groupsInFile at least one
   */
  public RepositoryText(int rules, Spread spread, int groupsInFile) {
    this(rules, spread, groupsInFile, 0);
  }

  /** One hundred rules to a file, and attributes of resources that no rule reads. */
  static RepositoryText withExtraAttributes(int rules, Spread spread, int extraAttributes) {
    return new RepositoryText(rules, spread, GROUPS_IN_FILE, extraAttributes);
  }

  private RepositoryText(int rules, Spread spread, int groupsInFile, int extraAttributes) {
    this.spread = spread;
    this.groupsInFile = groupsInFile;
    this.extraAttributes = extraAttributes;
    groups = rules / RULES_EACH;
    types = spread.types(groups);
    actions = spread.actions(groups);
  }

  String type(int group) {
    return "type" + group / actions % types;
  }

  String action(int group) {
    return "action" + group % actions;
  }

  /** A department of its own where that is what tells the rules apart. */
  String department(int group) {
    return spread == Spread.EQUALITY ? "d" + group : "finance";
  }

  String path(int group) {
    return "/x/" + group + "/";
  }

  /** The name of an attribute that no rule reads. */
  static String extraAttribute(int number) {
    return "extra" + number;
  }

  /** The schema first; then the policies, each of which speaks of one resource type. */
  public List<SourceFile> files() {
    var files = new ArrayList<SourceFile>();
    files.add(new SourceFile("schema.yaml", schema()));
    for (int first = 0; first < groups; first += groupsInFile) {
      int last = Math.min(groups, first + groupsInFile);
      byType(first, last).forEach((type, members) -> files.add(policy(type, members)));
    }
    return files;
  }

  private Map<String, List<Integer>> byType(int first, int last) {
    return IntStream.range(first, last)
        .boxed()
        .collect(Collectors.groupingBy(this::type, LinkedHashMap::new, Collectors.toList()));
  }

  private String schema() {
    String names =
        IntStream.range(0, actions).mapToObj(i -> "action" + i).collect(Collectors.joining(", "));
    String extra =
        IntStream.range(0, extraAttributes)
            .mapToObj(i -> "      %s: string\n".formatted(extraAttribute(i)))
            .collect(Collectors.joining());
    String resources =
        IntStream.range(0, types)
            .mapToObj(
                type ->
                    """
                      type%d:
                        actions: [%s]
                        attributes:
                          tenant: string
                          department: string
                          path: string
                          status: string
                          amount: int
                          owner: string
                    """
                            .formatted(type, names)
                        + extra)
            .collect(Collectors.joining());
    return """
    subjects:
      employee:
        attributes: { tenant: string, department: string, approvalLimit: int }
    context: { channel: string }
    resources:
    """
        + resources;
  }

  private SourceFile policy(String type, List<Integer> members) {
    String name = type + "-" + members.get(0);
    return new SourceFile(
        name + ".policy.yaml",
        members.stream()
            .map(this::group)
            .collect(
                Collectors.joining(
                    "", "policy: %s\nresource: %s\nrules:\n".formatted(name, type), "")));
  }

  private String group(int group) {
    String others =
        IntStream.range(1, RULES_EACH)
            .mapToObj(number -> other(group, number))
            .collect(Collectors.joining());
    return others
        + """
          - permit: %s
            id: g%d-attributes
            when: %s
            because: colleagues approve what was submitted, up to their limit
            obligations:
              - audit: { level: required }
        """
            .formatted(action(group), group, distinction(group) + MEASURED);
  }

  /** A rule beside the measured one, which never matches. */
  private String other(int group, int number) {
    return spread == Spread.CANDIDATES
        ? """
            - permit: %s
              id: g%d-path%d
              when: resource.path =^ '%spart%d/' && resource.owner == subject.id
          """
            .formatted(action(group), group, number, path(group), number)
        : """
            - permit: %s
              id: g%d-role%d
              roles: [role%d]
              when: %sresource.owner == subject.id
          """
            .formatted(action(group), group, number, number, distinction(group));
  }

  /** What a condition begins with, where type and action do not tell the groups apart. */
  private String distinction(int group) {
    return switch (spread) {
      case TYPES, ACTIONS -> "";
      case EQUALITY -> "resource.department == '%s' && ".formatted(department(group));
      case UNINDEXED, CANDIDATES -> "resource.path =^ '%s' && ".formatted(path(group));
    };
  }
}
