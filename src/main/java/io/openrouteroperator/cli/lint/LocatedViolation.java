package io.openrouteroperator.cli.lint;

import io.openrouteroperator.cli.report.Finding;
import io.openrouteroperator.cli.report.Finding.Subject;
import io.openrouteroperator.cli.report.Level;
import io.openrouteroperator.core.admission.AdmissionMessage;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One violation in one file.
 *
 * @param line from 1
 * @param level an error would be refused by the webhook, a warning admitted with a warning, a note only recorded: the policy audits,
 *     or exempts the workload
 */
public record LocatedViolation(String file, int line, ObjectIdentity object, Level level, Violation violation) {
    Finding finding() {
        String rule = violation.rule().id();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("path", violation.path());
        details.put("kind", object.kind());
        details.put("namespace", KeyRecogniser.printable(object.namespace()));
        details.put("name", KeyRecogniser.printable(object.name()));
        return new Finding(
                file,
                line,
                level,
                rule,
                new Subject(violation.path(), object.toString()),
                violation.what(),
                violation.why(),
                AdmissionMessage.fix(violation),
                List.of(rule, object.toString(), violation.path(), violation.what()),
                details);
    }
}
