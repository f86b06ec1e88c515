package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.compliance.Check;
import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import java.util.List;

/** What no machine sees. */
public final class PersonChecks {
    private PersonChecks() {}

    /** Always waits for a person's word; the statement says what to look at. */
    public static Check vouchedFor(String subject, String statement) {
        return (snapshot, now) -> List.of(Observation.unseen(Subject.cluster(subject), statement));
    }
}
