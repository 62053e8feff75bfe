package dev.verdict.policy.evaluate;

import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.PlainScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes repositories over {@link Samples} as files, in all the ways that YAML has to write the
 * same. A second resource type has attributes and actions of the same names.
 */
final class RandomRepository {

  private static final String SCHEMA =
      """
      types:
        Place: { city: string, floor: int? }
        Share: { level: int, to: ref<user>, note: string? }
        Address: { country: string, zip: string?, place: Place? }
      entities:
        folder: { in: [folder] }
        group: { in: [group] }
        user: { in: [group] }
      subjects:
        user:
          attributes:
            { tenant: string, level: int, limit: decimal?, name: string, groups: set<string>?,
              active: bool, teams: set<ref<group>>, boss: ref<user>? }
        agent: { attributes: { name: string, level: int } }
      resources:
        document:
          actions:
            read: { attributes: { soft: bool? } }
            write: { writes: true, attributes: { soft: bool? } }
            "file:open": { attributes: { soft: bool? } }
            file:close: { writes: true, attributes: { soft: bool? } }
          attributes:
            tenant: string
            owner: string       # by name
            level: int?
            amount: decimal
            status: enum(draft, sent, locked)
            tags: list<string>
            created: timestamp
            lifetime: duration
            host: ip?
            hosts: set<ip>
            networks: list<cidr>
            open: { type: bool? }
            folder: ref<folder>
            shares: list<Share>
            home: Address
            away: "Address?"
        note:
          tenant-isolated: false
          actions: [read, write]
          attributes: { owner: string?, level: int?, status: string, home: Address? }
      context: { channel: string?, risk: int, address: ip }
      """;

  private static final String DATA =
      """
      subjects:
        user: { alice: { level: 3, roles: [admin], scopes: ["docs:read"], boss: bob } }
      resources:
        document: { d1: { owner: alice, home: { country: a, zip: abc } } }
      entities:
        folder: { f1: { in: f2 }, f2: { in: [{ type: folder, id: f3 }] }, f3: { in: [f2] } }
        group: { g1: { in: [g2] } }
        user: { alice: { in: g1 } }
      """;

  private final Random random;

  RandomRepository(Random random) {
    this.random = random;
  }

  List<SourceFile> next() {
    boolean imports = random.nextBoolean();
    String isOwner = "let: { isOwner: resource.owner == subject.id }\n";
    var files = new ArrayList<SourceFile>();
    files.add(new SourceFile("schema.yaml", SCHEMA));
    files.add(new SourceFile("data/all.yaml", DATA));
    files.add(new SourceFile("roles.yaml", roles()));
    files.add(new SourceFile("common.let.yaml", "variables: common\n" + isOwner));
    files.add(
        new SourceFile(
            "document.policy.yaml",
            "policy: document\nresource: document\ntenants-may-permit: [read, write]\n"
                + (imports ? "import: [common]\n" : isOwner)
                + rules(2 + random.nextInt(5))));
    files.add(
        new SourceFile(
            "tenants/acme/own.policy.yaml",
            "policy: own\nresource: document\n"
                + isOwner
                + "rules:\n"
                + "  - { permit: [read, write], id: own, roles: [editor, admin], when: isOwner }\n"));
    files.add(
        new SourceFile(
            "note.policy.yaml",
            """
            policy: note
            resource: note
            rules:
              - permit: [read, write]
                id: all
                when: (resource.owner ?? '') == subject.id && action.name != 'write'
              - { permit: write, id: b, when: (resource.home?.zip ?? 'read') == resource.status }
            """));
    return files;
  }

  private String roles() {
    return """
    roles: { admin: { includes: [editor] }, editor: {}, viewer: {} }
    scopes: [docs:read, 'docs:write']
    derived:
      owner: { resources: [document], roles: [viewer], when: resource.owner == subject.id }
      guest: { resources: [document], subjects: [user], when: %s }
    """
        .formatted(inFlow("subject.level > 1 && has(resource.level)"));
  }

  private String rules(int count) {
    var rules = new StringBuilder("rules:\n");
    for (int i = 0; i < count; i++) {
      rules.append(rule(i));
    }
    return rules.toString();
  }

  private String rule(int number) {
    boolean usersOnly = random.nextBoolean();
    String actions =
        pick("'*'", "[read, write]", "read", "[\"file:*\", read]", "[file:open, write]", "write");
    return "  - "
        + pick("permit", "permit", "deny")
        + ": "
        + actions
        + "\n    id: rule-"
        + number
        + "\n"
        + (usersOnly ? "    subjects: [user]\n" : "")
        + sometimes("    roles: " + pick("[admin, owner]", "viewer", "[\"guest\", editor]") + "\n")
        + sometimes(
            "    scopes: " + pick("[docs:read]", "{ any: ['docs:write', docs:read] }") + "\n")
        + "    when: "
        + condition(usersOnly)
        + "\n"
        + sometimes("    fields: " + pick("[owner, amount]", "{ except: [tags, home] }") + "\n")
        + sometimes(
            "    obligations: [{ log: { of: { expression: "
                + inFlow(pick("resource.owner", "resource.amount"))
                + " } } }]\n");
  }

  private String condition(boolean usersOnly) {
    String text =
        new RandomConditions(random, !usersOnly).flag(random.nextInt(3))
            + sometimes(
                pick(
                    " && 'admin' !~ (subject.roles ?? ['viewer'])",
                    " || action.name == 'read' && subject.type =~ ['user', 'agent']",
                    " || (context.channel ?? '') == 'owner'",
                    " || has(action.fields) && 'owner' =~ action.fields"));
    return switch (random.nextInt(4)) {
      case 0 -> ">-\n      " + text.replace(" && ", "\n      && ");
      case 1 -> "'" + text.replace("'", "''") + "'";
      case 2 -> '"' + text + '"';
      default -> PlainScalar.isOne(text, false) ? text : "|\n      " + text;
    };
  }

  private static String inFlow(String text) {
    return PlainScalar.isOne(text, true) ? text : '"' + text + '"';
  }

  private String sometimes(String text) {
    return random.nextInt(3) == 0 ? text : "";
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
