package dev.verdict.policy.condition;

import dev.verdict.policy.request.AccessRequest;

/** The attributes that every request has, without a declaration. */
public enum BuiltIn {
  SUBJECT_ID,
  SUBJECT_TYPE,
  ACTION_NAME,
  RESOURCE_ID,
  RESOURCE_TYPE,
  NOW;

  Object read(AccessRequest request) {
    return switch (this) {
      case SUBJECT_ID -> request.subject().id();
      case SUBJECT_TYPE -> request.subject().type();
      case ACTION_NAME -> request.action().name();
      case RESOURCE_ID -> request.resource().id();
      case RESOURCE_TYPE -> request.resource().type();
      case NOW -> request.now();
    };
  }
}
