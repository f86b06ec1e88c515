package io.openrouteroperator.cli.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit XML, which build servers show as tests: one failure per error, one skipped case per warning or note. */
final class JunitFormat implements ReportFormat {
    @Override
    public String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(report, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory can always be written", e);
        }
        return text + "\n";
    }

    private static void suite(Report report, XMLStreamWriter xml) throws XMLStreamException {
        int cases = report.findings().size() + report.unreadable().size();
        start(
                xml,
                "testsuite",
                Map.of(
                        "name", "openrouter-operator " + report.command(),
                        "tests", String.valueOf(Math.max(cases, 1)),
                        "failures", String.valueOf(report.count(Level.ERROR)),
                        "errors", String.valueOf(report.unreadable().size()),
                        "skipped", String.valueOf(report.count(Level.WARNING) + report.count(Level.NOTE))));
        for (Finding finding : report.findings()) {
            start(xml, "testcase", caseOf(finding));
            start(
                    xml,
                    finding.level() == Level.ERROR ? "failure" : "skipped",
                    Map.of("message", printable(finding.what())));
            xml.writeCharacters(printable(finding.why() + finding.fix()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        for (String line : report.unreadable()) {
            start(xml, "testcase", Map.of("classname", report.command(), "name", printable(line)));
            start(xml, "error", Map.of("message", printable(line)));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        if (cases == 0) {
            start(
                    xml,
                    "testcase",
                    Map.of(
                            "classname",
                            report.command(),
                            "name",
                            "%d %s are clean"
                                    .formatted(
                                            report.checked().number(),
                                            report.checked().nouns())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static Map<String, String> caseOf(Finding finding) {
        String name = finding.rule() + finding.subject().words();
        return Map.of("classname", printable(finding.file() + ":" + finding.line()), "name", printable(name));
    }

    private static void start(XMLStreamWriter xml, String element, Map<String, String> attributes)
            throws XMLStreamException {
        xml.writeStartElement(element);
        for (String name : List.of("classname", "name", "message", "tests", "failures", "errors", "skipped")) {
            String value = attributes.get(name);
            if (value != null) {
                xml.writeAttribute(name, value);
            }
        }
    }

    /** XML 1.0 has no place for control characters, however escaped. */
    private static String printable(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
    }
}
