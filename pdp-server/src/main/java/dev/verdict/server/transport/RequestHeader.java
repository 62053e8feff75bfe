package dev.verdict.server.transport;

import io.vertx.core.http.HttpHeaders;

/** A header of requests that endpoints ask for, by a name whose hash is known. */
public final class RequestHeader {

  public static final RequestHeader AUTHORIZATION = new RequestHeader("authorization");
  public static final RequestHeader CONTENT_ENCODING = new RequestHeader("content-encoding");
  public static final RequestHeader CONTENT_TYPE = new RequestHeader("content-type");
  public static final RequestHeader IF_NONE_MATCH = new RequestHeader("if-none-match");

  private final CharSequence name;

  private RequestHeader(String name) {
    this.name = HttpHeaders.createOptimized(name);
  }

  CharSequence name() {
    return name;
  }
}
