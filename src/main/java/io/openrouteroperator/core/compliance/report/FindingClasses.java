package io.openrouteroperator.core.compliance.report;

import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.check.GovernedClass;
import io.openrouteroperator.core.compliance.check.ScanFindings;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import java.util.HashMap;
import java.util.Map;

/**
 * Which class a finding is about: that of its key, the class of a policy itself, or the one that the scan and the comparison of usage
 * name. A namespace has no class, for it may have keys of several; so a key of somebody else that is found in it is of none.
 */
final class FindingClasses {
    private final Map<Subject, String> bySubject = new HashMap<>();
    private final Map<Observation, String> reported;

    FindingClasses(Snapshot snapshot) {
        snapshot.keys().forEach(key -> bySubject.put(Subject.of(key), key.classification()));
        GovernedClass.all(snapshot)
                .forEach(each -> bySubject.put(each.subject(), each.rules().name()));
        reported = ScanFindings.classified(snapshot);
    }

    /** The class, empty when there is none. */
    String of(Observation observation) {
        String ofSubject = bySubject.getOrDefault(observation.subject(), "");
        return reported.getOrDefault(observation, ofSubject);
    }
}
