package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Fix;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.recognition.KeyMark;
import java.util.List;

/** A Secret or ConfigMap that holds a key, written by someone who is not the operator. */
final class KeyOutsideManagedSecret {
    private static final int LONGEST_ENTRY = 253;

    private KeyOutsideManagedSecret() {}

    static List<Violation> check(ObjectIdentity object, EntryKeys keys, Governance governance) {
        Remedy remedy = Remedy.in(governance, object);
        BoundedViolations violations = new BoundedViolations();
        keys.byEntry()
                .forEach((entry, marks) -> marks.forEach(
                        mark -> violations.add(violation(object, printable(entry), mark, remedy, governance))));
        return violations.list();
    }

    /** Not the API server, but a file or another caller of the webhook may send longer ones. */
    private static String printable(String entry) {
        return entry.length() <= LONGEST_ENTRY ? entry : entry.substring(0, LONGEST_ENTRY) + "...";
    }

    private static Violation violation(
            ObjectIdentity object, String entry, KeyMark mark, Remedy remedy, Governance governance) {
        KeyOwnership key = KeyOwnership.of(mark, governance);
        Rule rule = key.management() ? Rule.MANAGEMENT_KEY_EXPOSED : Rule.KEY_OUTSIDE_MANAGED_SECRET;
        String what = "The entry holds " + key.describe() + ".";
        Fix fix = remedy.readBeside(object.kind(), object.name(), entry).followedBy(key.afterLeak());
        return new Violation(rule, "data[" + entry + "]", what, key.reason(), fix, key.classification(), key.exposed());
    }
}
