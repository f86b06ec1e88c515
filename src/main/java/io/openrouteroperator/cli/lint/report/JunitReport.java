package io.openrouteroperator.cli.lint.report;

import io.openrouteroperator.cli.lint.Finding;
import io.openrouteroperator.cli.lint.Level;
import io.openrouteroperator.cli.lint.LintResult;
import io.openrouteroperator.core.admission.AdmissionMessage;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit XML, which build servers show as tests: one failure per error, one skipped case per warning or note. */
public final class JunitReport implements LintReport {
    @Override
    public String of(LintResult result) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(result, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory can always be written", e);
        }
        return text + "\n";
    }

    private static void suite(LintResult result, XMLStreamWriter xml) throws XMLStreamException {
        int cases = result.findings().size() + result.unreadable().size();
        start(
                xml,
                "testsuite",
                Map.of(
                        "name", "openrouter-operator lint",
                        "tests", String.valueOf(Math.max(cases, 1)),
                        "failures", String.valueOf(result.count(Level.ERROR)),
                        "errors", String.valueOf(result.unreadable().size()),
                        "skipped", String.valueOf(result.count(Level.WARNING) + result.count(Level.NOTE))));
        for (Finding finding : result.findings()) {
            start(xml, "testcase", caseOf(finding));
            start(
                    xml,
                    finding.level() == Level.ERROR ? "failure" : "skipped",
                    Map.of("message", printable(finding.violation().what())));
            xml.writeCharacters(printable(finding.violation().why() + AdmissionMessage.fix(finding.violation())));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        for (String line : result.unreadable()) {
            start(xml, "testcase", Map.of("classname", "lint", "name", printable(line)));
            start(xml, "error", Map.of("message", printable(line)));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        if (cases == 0) {
            start(xml, "testcase", Map.of("classname", "lint", "name", result.objects() + " objects are clean"));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static Map<String, String> caseOf(Finding finding) {
        String name = "%s at %s in %s"
                .formatted(finding.violation().rule().id(), finding.violation().path(), finding.object());
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
