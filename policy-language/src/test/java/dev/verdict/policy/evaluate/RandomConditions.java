package dev.verdict.policy.evaluate;

import java.util.List;
import java.util.Random;

/**
 * Writes well-typed conditions over the attributes of {@link Samples}, as an author might. What is
 * optional is guarded, and now and then with the guard on the wrong side of an operator, which the
 * checker refuses.
 */
final class RandomConditions {

  private static final String[] FOLDERS = {
    "'f1'", "'f2'", "'f3'", "'f4'", "'f5'", "['f1', 'f4']", "['f2', 'f3', 'f5']"
  };

  private final Random random;
  private final boolean agents;

  /**
   * @param agents whether subjects may be agents, which have fewer attributes
   */
  RandomConditions(Random random, boolean agents) {
    this.random = random;
    this.agents = agents;
  }

  String flag(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(7)) {
      case 0, 1 -> "(" + flag(depth - 1) + " && " + flag(depth - 1) + ")";
      case 2, 3 -> "(" + flag(depth - 1) + " || " + flag(depth - 1) + ")";
      case 4 -> "!(" + flag(depth - 1) + ")";
      case 5 -> "(" + flag(depth - 1) + " ? " + flag(depth - 1) + " : " + flag(depth - 1) + ")";
      default -> leaf();
    };
  }

  /** Something that has to lie in something, with other parts before or behind it. */
  String within() {
    String within = withinConstant();
    return switch (random.nextInt(4)) {
      case 0 -> within;
      case 1 -> within + " && " + flag(1);
      case 2 -> flag(1) + " && " + within;
      default -> flag(0) + " && (" + within + " && " + withinConstant() + ")";
    };
  }

  private String withinConstant() {
    String group = pick("'g1'", "'g2'", "'g3'", "['g1', 'g3']", "['g3', 'g2', 'g1']");
    return switch (random.nextInt(agents ? 4 : 6)) {
      case 0, 1 -> "within(resource.folder, " + pick(FOLDERS) + ")";
      case 2 -> "within(ref('user', subject.id), " + group + ")";
      case 3 -> "within(ref('user', resource.owner), " + group + ")";
      case 4 -> "within(subject.teams, " + group + ")";
      default -> "has(subject.boss) && within(subject.boss, " + group + ")";
    };
  }

  private String leaf() {
    return switch (random.nextInt(28)) {
      case 0 -> number(2) + " " + comparison() + " " + number(2);
      case 1 -> decimal() + " " + comparison() + " " + number(1);
      case 2 -> text() + " " + pick("==", "!=", "=^", "=$", "!^", "!$") + " " + text();
      case 3 -> "resource.status " + pick("==", "!=") + " " + pick("'draft'", "'sent'", "'locked'");
      case 4 -> "resource.status " + pick("=~", "!~") + " ['draft', 'locked']";
      case 5 -> text() + " " + pick("=~", "!~") + " resource.tags";
      case 6 -> number(1) + " " + pick("=~", "!~") + " [0, 1, 3]";
      case 7 -> timestamp(1) + " " + comparison() + " " + timestamp(1);
      case 8 -> "(has(resource.open) && resource.open)";
      case 9 -> "(resource.open ?? " + pick("true", "false") + ")";
      case 10 -> "matches(" + text() + ", '" + pick("a.*", "[a-c]+", ".{1,3}", "") + "')";
      case 11 -> "empty(" + pick(text(), "resource.tags") + ")";
      case 12 -> "(action.soft ?? false)";
      case 13 -> pick("true", "false", "isOwner");
      case 14 -> "contains(" + text() + ", " + text() + ")";
      case 15 -> agents ? "isOwner" : "subject.active";
      case 16 -> ofRecord();
      case 17 -> duration(2) + " " + comparison() + " " + duration(1);
      case 18 -> ip() + " " + pick("==", "!=") + " " + ip();
      case 19 -> ip() + " " + pick("=~", "!~") + " resource.hosts";
      case 20 -> ip() + " =~ [ip('10.0.0.1'), ip('2001:db8::1')]";
      case 21 -> ofFolder();
      case 22 -> agents ? ofFolder() : ofTeam();
      case 23 -> ofElements();
      case 24 -> ofTime();
      case 25 -> ofCollections();
      case 26 -> "inRange(" + ip() + ", " + ranges() + ")";
      default ->
          agents
              ? "subject.type == 'agent'"
              : "(has(subject.groups) && " + text() + " =~ subject.groups)";
    };
  }

  /** The elements are called x and y, as the comparison with JEXL knows. */
  private String ofElements() {
    return switch (random.nextInt(6)) {
      case 0 -> quantifier() + "(resource.tags, x, x " + pick("==", "=^") + " " + text() + ")";
      case 1 ->
          quantifier() + "(resource.shares, x, x.level " + comparison() + " " + number(1) + ")";
      case 2 ->
          quantifier() + "(resource.shares, x, (x.note ?? 'a') == " + pick(text(), "'a'") + ")";
      case 3 ->
          quantifier()
              + "(resource.shares, x, has(x.note) && within(x.to, 'g2') && x.note != "
              + text()
              + ")";
      case 4 ->
          quantifier()
              + "(resource.tags, x, "
              + quantifier()
              + "(resource.shares, y, y.level > size(x) || "
              + pick("x == " + text(), "within(y.to, 'g1')", "isOwner")
              + "))";
      default -> quantifier() + "(resource.shares, x, " + ofRecord() + ")";
    };
  }

  private String quantifier() {
    return pick("any", "all");
  }

  private String ofFolder() {
    return switch (random.nextInt(4)) {
      case 0 -> "resource.folder " + pick("==", "!=") + " " + folder();
      case 1 ->
          "resource.folder "
              + pick("=~", "!~")
              + pick(" ['f1', 'f4']", " [ref('folder', 'f1'), ref('folder', 'f4')]");
      case 2 -> "within(resource.folder, " + folder() + ")";
      default ->
          "within(resource.folder, "
              + pick("['f5', 'f3']", "[ref('folder', 'f5'), ref('folder', 'f3')]")
              + ")";
    };
  }

  private String folder() {
    return pick("'f1'", "'f2'", "'f3'", "resource.folder", "ref('folder', resource.owner)");
  }

  private String ofTeam() {
    return switch (random.nextInt(5)) {
      case 0 -> "within(subject.teams, " + pick("'g1'", "'g2'", "['g3', 'g2']") + ")";
      case 1 -> pick("'g1'", "ref('group', 'g2')") + " =~ subject.teams";
      case 2 ->
          "(has(subject.boss) && within(subject.boss, " + pick("'g2'", "subject.teams") + "))";
      case 3 -> "(subject.boss ?? 'bob') == ref('user', subject.id)";
      default -> "size(subject.teams) > 1";
    };
  }

  private String ofRecord() {
    return switch (random.nextInt(4)) {
      case 0 -> "resource.home.country " + pick("==", "!=", "=^") + " " + text();
      case 1 ->
          "(has(resource.away.zip) && resource.away.country == "
              + pick("'a')", "resource.away.zip)");
      case 2 -> "(" + address() + pick("?", "") + ".zip ?? 'abc') == " + text();
      default -> floor(address());
    };
  }

  /** Where the floor is present, so is all above it. */
  private String floor(String address) {
    return "(has("
        + address
        + ".place.floor) ? "
        + number(1)
        + " > "
        + address
        + ".place.floor : "
        + pick("true", "false")
        + ")";
  }

  private String address() {
    return pick("resource.home", "resource.away");
  }

  private String number(int depth) {
    if (depth == 0 || random.nextBoolean()) {
      return pick(
          "subject.level",
          "(resource.level ?? 2)",
          "context.risk",
          "1",
          "3",
          "-2",
          "9223372036854775807",
          "size(resource.tags)");
    }
    return "(" + number(depth - 1) + " " + pick("+", "-", "*") + " " + number(depth - 1) + ")";
  }

  private String decimal() {
    String plain = pick("resource.amount", "0.5", "3.0", "resource.amount * 2");
    return agents ? plain : pick(plain, "(subject.limit ?? 1.5)");
  }

  private String text() {
    return random.nextInt(6) == 0 ? madeText() : plainText();
  }

  /** A text that a rule may give as its reason. */
  String because() {
    return switch (random.nextInt(4)) {
      case 0 -> text();
      case 1 -> "concat(" + text() + ", " + pick("' '", "': '") + ", " + text() + ")";
      case 2 -> flag(1) + " ? " + text() + " : " + text();
      default -> "concat(action.name, subject.id) =^ " + text() + " ? resource.owner : 'no'";
    };
  }

  private String madeText() {
    return switch (random.nextInt(4)) {
      case 0 -> "lower(" + plainText() + ")";
      case 1 -> "upper(" + plainText() + ")";
      case 2 -> "trim(" + plainText() + ")";
      default -> "concat(" + plainText() + ", " + plainText() + ", " + plainText() + ")";
    };
  }

  private String plainText() {
    return pick(
        "subject.name",
        "subject.id",
        "resource.owner",
        "'a'",
        "'abc'",
        "' A\u00c4\u00df '",
        "''",
        "(context.channel ?? 'web')",
        "action.name");
  }

  private String timestamp(int depth) {
    if (depth == 0 || random.nextBoolean()) {
      return pick("resource.created", "context.now", "timestamp('2026-01-01T00:00:00Z')");
    }
    return pick(
        "(" + timestamp(0) + " + " + duration(1) + ")",
        "(" + timestamp(0) + " - " + duration(1) + ")",
        "(" + duration(1) + " + " + timestamp(0) + ")");
  }

  private String duration(int depth) {
    if (depth == 0 || random.nextBoolean()) {
      return pick("resource.lifetime", "duration('P1DT30M')", "duration('PT0S')");
    }
    return pick(
        "(" + timestamp(depth - 1) + " - " + timestamp(depth - 1) + ")",
        "(" + duration(depth - 1) + " + " + duration(depth - 1) + ")",
        "(" + duration(depth - 1) + " - " + duration(depth - 1) + ")",
        "(-" + duration(0) + ")");
  }

  private String ofTime() {
    String zone = pick("'UTC'", "'Europe/Berlin'", "'America/St_Johns'", "'+13:45'");
    return random.nextBoolean()
        ? "hour(" + timestamp(1) + ", " + zone + ") " + comparison() + " " + pick("0", "1", "22")
        : "dayOfWeek("
            + timestamp(1)
            + ", "
            + zone
            + ") "
            + pick("=~", "!~")
            + " ['friday', 'sunday']";
  }

  private String ofCollections() {
    String function = pick("containsAll(", "containsAny(");
    return random.nextBoolean()
        ? function + "resource.tags, " + pick("['a', 'bob']", "['']", "resource.tags") + ")"
        : function + "[ip('::1'), ip('10.0.0.1')], resource.hosts)";
  }

  private String ranges() {
    return pick(
        "resource.networks", "cidr('10.0.0.0/8')", "[cidr('10.1.0.0/16'), cidr('2001:db8::/32')]");
  }

  private String ip() {
    return pick(
        "context.address", "(resource.host ?? ip('::1'))", "ip('10.0.0.1')", "ip('192.0.2.1')");
  }

  private String comparison() {
    return pick("==", "!=", "<", "<=", ">", ">=");
  }

  private String pick(String... choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }
}
