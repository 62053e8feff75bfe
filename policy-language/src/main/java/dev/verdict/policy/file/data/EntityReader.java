package dev.verdict.policy.file.data;

import dev.verdict.policy.data.StoredEntity;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.file.schema.AttributeLookup;
import dev.verdict.policy.file.schema.WrittenValue;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.CoreSchema;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.ValueReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/** Collects what is stored of one kind of entity: type, then id, then attributes. */
final class EntityReader {

  private final String kind;
  private final DiagnosticCode unknownType;
  private final Map<String, Map<String, AttributeDeclaration>> types;
  private final Diagnostics diagnostics;
  private final WrittenValue written;
  private final Map<String, Map<String, StoredEntity>> found = new HashMap<>();
  private final Map<Entity, Span> places = new HashMap<>();

  /**
   * @param types the declared attributes of each type
   */
  EntityReader(
      String kind,
      DiagnosticCode unknownType,
      Map<String, Map<String, AttributeDeclaration>> types,
      Diagnostics diagnostics) {
    this.kind = kind;
    this.unknownType = unknownType;
    this.types = types;
    this.diagnostics = diagnostics;
    written = new WrittenValue(diagnostics);
  }

  /** Takes all entities of one type. */
  void read(YamlNode.Entry entry) {
    String type = entry.key().value();
    Map<String, AttributeDeclaration> declared = types.get(type);
    if (declared == null) {
      diagnostics.report(
          unknownType,
          entry.key().span(),
          "unknown " + kind + " type `" + type + "`" + Suggestion.didYouMean(type, types.keySet()));
      return;
    }
    for (YamlNode.Entry entity :
        MappingReader.entries(entry.value(), "`" + type + "`", diagnostics)) {
      if (isNew(type, entity.key())) {
        found
            .computeIfAbsent(type, name -> new HashMap<>())
            .put(entity.key().value(), attributes(entity, type, declared));
      }
    }
  }

  Map<String, Map<String, StoredEntity>> found() {
    return found;
  }

  private boolean isNew(String type, YamlNode.Scalar id) {
    try {
      Span first = places.putIfAbsent(new Entity(type, id.value()), id.span());
      if (first == null) {
        return true;
      }
      diagnostics.report(
          DiagnosticCode.DUPLICATE_NAME,
          id.span(),
          "the " + kind + " `" + id.value() + "` is already described at " + first);
    } catch (InvalidRequestException e) {
      diagnostics.report(DiagnosticCode.WRONG_SHAPE, id.span(), e.getMessage());
    }
    return false;
  }

  private StoredEntity attributes(
      YamlNode.Entry entity, String type, Map<String, AttributeDeclaration> declared) {
    var attributes = Attributes.builder();
    var absent = new HashSet<String>();
    var values = new ValueReader(diagnostics);
    String owner = "the " + kind + " type `" + type + "`";
    String what = "`" + entity.key().value() + "`";
    for (YamlNode.Entry entry : MappingReader.entries(entity.value(), what, diagnostics)) {
      Optional<AttributeDeclaration> declaration =
          AttributeLookup.find(entry.key(), owner, declared, diagnostics)
              .filter(found -> mayBeStored(found, entry.key()));
      if (declaration.isPresent() && CoreSchema.isWrittenNull(entry.value())) {
        noValue(entry, declaration.get()).ifPresent(absent::add);
      } else {
        declaration
            .flatMap(found -> read(entry, owner, found, values))
            .ifPresent(value -> attributes.add(entry.key().value(), value));
      }
    }
    return new StoredEntity(attributes.build(), absent);
  }

  /** It is stored that there is no value, so that no request can bring one. */
  private Optional<String> noValue(YamlNode.Entry entry, AttributeDeclaration declaration) {
    if (!declaration.optional()) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          entry.value().span(),
          "`"
              + declaration.name()
              + "` is not optional in the schema, so it needs a value; leave it out where none is"
              + " stored");
      return Optional.empty();
    }
    return Optional.of(declaration.name());
  }

  private boolean mayBeStored(AttributeDeclaration declaration, YamlNode.Scalar name) {
    if (!declaration.fromData()) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          name.span(),
          "by the schema `" + name.value() + "` comes with the request only; it may not be stored");
    }
    return declaration.fromData();
  }

  private Optional<Value> read(
      YamlNode.Entry entry, String owner, AttributeDeclaration declaration, ValueReader values) {
    written.checkNames(entry, owner, declaration);
    return values
        .read(entry.value())
        .filter(
            value -> written.fits(declaration.name(), entry.value(), value, declaration.type()));
  }
}
