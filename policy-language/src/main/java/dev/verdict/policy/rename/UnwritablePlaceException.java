package dev.verdict.policy.rename;

/** A name is written so that it cannot be replaced in place: with escapes, or over two lines. */
final class UnwritablePlaceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Place place;

  UnwritablePlaceException(Place place) {
    super(place.line(), null, false, false);
    this.place = place;
  }

  Place place() {
    return place;
  }
}
