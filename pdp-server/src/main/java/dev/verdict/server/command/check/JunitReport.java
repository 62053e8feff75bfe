package dev.verdict.server.command.check;

import dev.verdict.policy.authortest.TestResult;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.server.command.output.CommandFailureException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The results of tests in the XML that continuous integration reads: a suite for each file of
 * tests. Policies with errors are a suite whose one test is in error.
 */
final class JunitReport {

  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Writes the file anew. */
  static void write(LoadResult result, Path file) {
    try (Writer writer = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(writer);
      new JunitReport(xml).report(result);
      xml.close();
    } catch (IOException | XMLStreamException e) {
      throw new CommandFailureException("the file `" + file + "` cannot be written");
    }
  }

  private void report(LoadResult result) throws XMLStreamException {
    Map<String, List<TestResult>> byFile =
        result.tests().stream()
            .collect(
                Collectors.groupingBy(
                    test -> test.span().file(), LinkedHashMap::new, Collectors.toList()));
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuites");
    for (Map.Entry<String, List<TestResult>> suite : byFile.entrySet()) {
      suite(suite.getKey(), suite.getValue());
    }
    if (result.tests().isEmpty() && result.snapshot().isEmpty()) {
      errors(result.report());
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(String file, List<TestResult> tests) throws XMLStreamException {
    long failures = tests.stream().filter(test -> !test.passed()).count();
    startSuite(file, tests.size(), failures, 0);
    for (TestResult test : tests) {
      startCase(test.name(), file);
      attribute("line", Integer.toString(test.span().line()));
      if (test.failure().isPresent()) {
        problem(
            "failure",
            test.failure().get().differences(),
            TestReport.explained(test.failure().get()));
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void errors(String report) throws XMLStreamException {
    startSuite("policies", 1, 0, 1);
    startCase("the policies have no errors", "policies");
    problem("error", "the policies have errors, so no test was run", report);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void startSuite(String name, long tests, long failures, long errors)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", name);
    attribute("tests", Long.toString(tests));
    attribute("failures", Long.toString(failures));
    attribute("errors", Long.toString(errors));
    attribute("skipped", "0");
  }

  private void startCase(String name, String suite) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("name", name);
    attribute("classname", suite);
    attribute("file", suite);
  }

  private void problem(String kind, String message, String text) throws XMLStreamException {
    xml.writeStartElement(kind);
    attribute("message", message);
    xml.writeCharacters(printable(text));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, printable(value));
  }

  /** Without what XML 1.0 §2.2 has no place for. */
  private static String printable(String text) {
    var printable = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                c == '\n' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF
                    ? c
                    : '?')
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }
}
