package io.openrouteroperator.core.compliance.catalogue;

import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.ControlGroup;
import io.openrouteroperator.core.compliance.check.GovernanceChecks;
import io.openrouteroperator.core.compliance.snapshot.Source;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checklist. */
public final class ControlCatalogue {
    private static final String ATTESTATIONS = "attestations-current";
    private static final List<Control> ALL = assemble();

    private ControlCatalogue() {}

    /** Every control, in the order of a report. */
    public static List<Control> controls() {
        return ALL;
    }

    /** Their ids, which attestations name. */
    public static Set<String> ids() {
        return ALL.stream().map(Control::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Control> assemble() {
        List<Control> others = Stream.of(
                        DataHandlingControls.all(),
                        AccessControls.all(),
                        AuditTrailControls.all(),
                        ProviderControls.all(),
                        WhatGoesWrong.all())
                .flatMap(List::stream)
                .toList();
        Set<String> ids = others.stream().map(Control::id).collect(Collectors.toSet());
        ids.add(ATTESTATIONS);
        Control attestations = new Control(
                ATTESTATIONS,
                ControlGroup.AUDIT_TRAIL,
                "Does each attestation name a control, and is it still valid?",
                "spec.attestations of the policies, against the ids of this catalogue and the time",
                "The policy itself, and the evidence that each attestation links to.",
                "kubectl get openrouterpolicies -o jsonpath='{range .items[*].spec.attestations[*]}{.control} {.by}"
                        + " {.validUntil}{\"\\n"
                        + "\"}{end}'",
                Mappings.soc2("CC4.1", "CC5.3")
                        .gdpr("Art. 5(2)")
                        .hipaa("164.308(a)(8)")
                        .iso("A.5.36")
                        .list(),
                Set.of(Source.POLICIES),
                null,
                GovernanceChecks.attestations(ids));
        return Stream.concat(others.stream(), Stream.of(attestations))
                .sorted((one, other) -> one.group().compareTo(other.group()))
                .toList();
    }
}
