package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.ObjectFacts;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Other;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with an object as it stands, whoever wrote it: the question of the scan and of the command line. The webhook asks the
 * same rules, and besides who writes and what was there before.
 */
public final class ObjectChecks {
    private ObjectChecks() {}

    /** All violations; {@code contents} should hold what {@link PodChecks#namesToLookUp} names. */
    public static List<Violation> check(ObjectFacts facts, PodContents contents, Governance governance) {
        return switch (facts) {
            case Pods pods -> PodChecks.check(pods.pod(), contents, governance);
            case Contents written -> contents(written, governance);
            case Other _ -> List.of();
        };
    }

    /** An account declares where its management key lies; whoever keeps that Secret must be able to swap the key. */
    private static List<Violation> contents(Contents written, Governance governance) {
        ObjectName name =
                new ObjectName(written.object().namespace(), written.object().name());
        boolean secret = written.object().kind().equals("Secret");
        if (secret && governance.keyOfSecret(name).isPresent()) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(MarkForged.check(written.marks()));
        if (!secret || !governance.holdsManagementKey(name)) {
            violations.addAll(KeyOutsideManagedSecret.check(written.object(), written.keys(), governance));
        }
        return violations;
    }
}
