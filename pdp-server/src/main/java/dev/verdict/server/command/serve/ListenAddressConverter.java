package dev.verdict.server.command.serve;

import dev.verdict.server.configuration.InvalidConfigurationException;
import dev.verdict.server.configuration.ListenAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code host:port} on the command line. */
final class ListenAddressConverter implements ITypeConverter<ListenAddress> {

  @Override
  public ListenAddress convert(String text) {
    try {
      return ListenAddress.parse(text);
    } catch (InvalidConfigurationException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
