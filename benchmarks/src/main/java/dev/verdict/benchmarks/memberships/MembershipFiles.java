package dev.verdict.benchmarks.memberships;

import dev.verdict.policy.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A repository with many users, as authors write it: some thousands of users to a file, each in
 * groups of its own choice out of as many as there are thousandths of users. Every hundredth group
 * lies in another one.
 */
final class MembershipFiles {

  private static final int USERS_IN_A_FILE = 5_000;
  private static final int USERS_TO_A_GROUP = 100;

  private static final String SCHEMA =
      """
      entities:
        group: { in: [group] }
        user: { in: [group] }
      subjects:
        user: {}
      resources:
        page:
          tenant-isolated: false
          actions: [read]
          attributes: {}
      """;

  private static final String POLICY =
      """
      policy: page
      resource: page
      rules:
        - permit: read
          id: members
          when: within(ref('user', subject.id), 'g0')
      """;

  private final int users;
  private final int each;
  private final int groups;
  private final Random random = new Random(1);

  MembershipFiles(int users, int each) {
    this.users = users;
    this.each = each;
    this.groups = Math.max(each + 1, users / USERS_TO_A_GROUP);
  }

  List<SourceFile> files() {
    var files = new ArrayList<SourceFile>();
    files.add(new SourceFile("schema.yaml", SCHEMA));
    files.add(new SourceFile("page.policy.yaml", POLICY));
    files.add(new SourceFile("data/groups.yaml", groups()));
    for (int first = 0; first < users; first += USERS_IN_A_FILE) {
      files.add(
          new SourceFile(
              "data/users-" + first + ".yaml",
              users(first, Math.min(users, first + USERS_IN_A_FILE))));
    }
    return files;
  }

  private String groups() {
    var text = new StringBuilder("entities:\n  group:\n    g1: { in: g0 }\n");
    for (int group = 100; group < groups; group += 100) {
      text.append("    g").append(group).append(": { in: g1 }\n");
    }
    return text.toString();
  }

  private String users(int first, int end) {
    var text = new StringBuilder("entities:\n  user:\n");
    for (int user = first; user < end; user++) {
      text.append("    user-").append(user).append(": { in: [");
      for (int i = 0; i < each; i++) {
        text.append(i == 0 ? "g" : ", g").append(random.nextInt(groups));
      }
      text.append("] }\n");
    }
    return text.toString();
  }
}
