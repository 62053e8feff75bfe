package dev.verdict.server.door.authzen;

/** What the members of an entity are called in messages. */
record EntityPaths(String entity, String type, String id, String properties) {

  static final EntityPaths SUBJECT = EntityPaths.of("subject");
  static final EntityPaths RESOURCE = EntityPaths.of("resource");
  static final EntityPaths ACTOR = EntityPaths.of("actor");

  private static EntityPaths of(String entity) {
    return new EntityPaths(entity, entity + ".type", entity + ".id", entity + ".properties");
  }
}
