package dev.verdict.server.command.ask;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code type:id}, as a person writes a subject or a resource.
 *
 * @param type what stands before the first colon
 * @param id what follows it, further colons included
 */
record EntityOption(String type, String id) {

  /** Reads one from the command line. */
  static final class Converter implements ITypeConverter<EntityOption> {

    @Override
    public EntityOption convert(String text) {
      int colon = text.indexOf(':');
      if (colon < 1 || colon == text.length() - 1) {
        throw new TypeConversionException("write it as `type:id`, for example `user:alice`");
      }
      return new EntityOption(text.substring(0, colon), text.substring(colon + 1));
    }
  }
}
