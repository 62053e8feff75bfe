package dev.verdict.policy.request;

import java.util.Locale;

/**
 * Names an attribute of a request.
 *
 * @param name as the schema declares it for the part's type
 */
public record RequestAttribute(Part part, String name) {

  /** What has attributes. */
  public enum Part {
    SUBJECT,
    ACTION,
    RESOURCE,
    CONTEXT,
    ACTOR
  }

  /** As an author writes it, such as {@code resource.owner}. */
  @Override
  public String toString() {
    return part.name().toLowerCase(Locale.ROOT) + "." + name;
  }
}
