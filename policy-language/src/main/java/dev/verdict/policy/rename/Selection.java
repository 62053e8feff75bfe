package dev.verdict.policy.rename;

import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The names that a wish to rename means, if they can have the new one. */
final class Selection {

  private static final String TENANT = "tenant";

  private final RenameRequest request;
  private final NameUses uses;
  private final Schema schema;
  private final List<Name> known;

  private Selection(RenameRequest request, NameUses uses, Schema schema) {
    this.request = request;
    this.uses = uses;
    this.schema = schema;
    known =
        uses.names().stream()
            .filter(name -> name.sort() != NameSort.TEXT && name.sort().kind() == request.kind())
            .sorted(Comparator.comparing(Name::label))
            .toList();
  }

  /**
   * The names, sorted.
   *
   * @throws RenameRefusedException where none is meant, or several, or the new one cannot be had
   */
  static List<Name> of(RenameRequest request, NameUses uses, Schema schema) {
    var selection = new Selection(request, uses, schema);
    List<Name> names = selection.meant();
    names.forEach(selection::check);
    return names;
  }

  private List<Name> meant() {
    List<Name> exact = known(name -> name.label().equals(request.from()));
    List<Name> named = exact.isEmpty() ? known(name -> name.text().equals(request.from())) : exact;
    if (named.isEmpty()) {
      throw new RenameRefusedException(unknown());
    }
    if (request.everywhere()) {
      return known(name -> name.text().equals(named.get(0).text()));
    }
    if (named.size() > 1) {
      throw new RenameRefusedException(
          quoted(request.from())
              + " may be "
              + named.stream()
                  .map(Name::label)
                  .distinct()
                  .map(Selection::quoted)
                  .collect(Collectors.joining(", "))
              + "; name one of them, or all with `--all`");
    }
    return named;
  }

  private List<Name> known(Predicate<Name> test) {
    return known.stream().filter(test).toList();
  }

  private String unknown() {
    String word = request.kind().word();
    String last = request.from().substring(request.from().lastIndexOf('.') + 1);
    if (Arrays.stream(NameSort.values())
        .anyMatch(sort -> sort.kind() == request.kind() && sort.builtIn().contains(last))) {
      return quoted(request.from()) + " is built in and cannot be called otherwise";
    }
    Set<String> labels = new TreeSet<>();
    known.forEach(name -> labels.add(name.label()));
    known.forEach(name -> labels.add(name.text()));
    return "there is no " + word + " " + quoted(request.from()) + near(labels);
  }

  private String near(Set<String> labels) {
    Optional<String> near = Suggestion.nearest(request.from(), labels);
    return near.map(name -> "; did you mean " + quoted(name) + "?")
        .orElseGet(
            () ->
                labels.isEmpty()
                    ? ""
                    : "; there is "
                        + labels.stream()
                            .limit(10)
                            .map(Selection::quoted)
                            .collect(Collectors.joining(", "))
                        + (labels.size() > 10 ? ", .." : ""));
  }

  private void check(Name name) {
    String to = request.to();
    if (!name.owner().isEmpty() && to.startsWith(name.owner() + ".")) {
      String alone = to.substring(name.owner().length() + 1);
      throw new RenameRefusedException("give the new name alone: " + quoted(alone));
    }
    if (to.equals(name.text())) {
      throw new RenameRefusedException(quoted(name.label()) + " is called so already");
    }
    name.sort()
        .problem(to)
        .ifPresent(
            problem -> {
              throw new RenameRefusedException(problem);
            });
    if (name.sort().builtIn().contains(to)) {
      throw new RenameRefusedException(quoted(to) + " is the name of something built in");
    }
    checkFree(name);
    checkTenant(name);
  }

  private void checkFree(Name name) {
    known.stream()
        .filter(other -> other.isBeside(name) && !other.equals(name))
        .filter(other -> WrittenName.areAlike(other.text(), request.to()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new RenameRefusedException(
                  other.text().equals(request.to())
                      ? "there is "
                          + request.kind().withArticle()
                          + " "
                          + quoted(other.label())
                          + " already"
                      : quoted(request.to())
                          + " would be mistaken for "
                          + quoted(other.label())
                          + "; choose a name that differs in more than case, `-` and `_`");
            });
  }

  /** The attribute {@code tenant} holds the tenant because it is called so. */
  private void checkTenant(Name name) {
    boolean becomes = request.to().equals(TENANT) && uses.isImplied(name.called(TENANT));
    if (name.sort() == NameSort.SUBJECT_ATTRIBUTE && becomes) {
      throw new RenameRefusedException(
          "a subject's attribute " + quoted(TENANT) + " holds its tenant; choose another name");
    }
    if (name.text().equals(TENANT) && uses.isImplied(name) && holdsTenant(name)) {
      throw new RenameRefusedException(
          quoted(name.label())
              + " holds the tenant because it is called so; write `tenant: tenant` beside"
              + " `attributes` in the type "
              + quoted(name.owner())
              + " first, which says it");
    }
  }

  private boolean holdsTenant(Name name) {
    return switch (name.sort()) {
      case SUBJECT_ATTRIBUTE ->
          Optional.ofNullable(schema.subjects().get(name.owner()))
              .flatMap(SubjectType::tenantAttribute)
              .isPresent();
      case RESOURCE_ATTRIBUTE ->
          Optional.ofNullable(schema.resources().get(name.owner()))
              .flatMap(type -> type.tenantAttribute())
              .isPresent();
      default -> false;
    };
  }

  static String quoted(String name) {
    return "`" + name + "`";
  }
}
