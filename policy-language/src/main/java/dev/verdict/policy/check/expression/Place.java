package dev.verdict.policy.check.expression;

import dev.verdict.policy.schema.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Something that may be absent, as an author names it: {@code resource.address.zip}.
 *
 * @param root what the names are followed from: {@code resource}, or a name of the author's own
 * @param names none: the root itself, which is never absent
 */
public record Place(String root, List<String> names) implements Fact {

  public Place {
    names = List.copyOf(names);
  }

  /** The member of that name, of what is here. */
  Place member(String name) {
    var longer = new ArrayList<>(names);
    longer.add(name);
    return new Place(root, longer);
  }

  /** This and all that has to be present for it to be. */
  public Set<Fact> withAllAbove() {
    return IntStream.rangeClosed(1, names.size())
        .<Fact>mapToObj(length -> new Place(root, names.subList(0, length)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As an author writes it. */
  @Override
  public String toString() {
    return names.stream()
        .map(Identifier::afterDot)
        .collect(Collectors.joining(".", root + ".", ""));
  }
}
