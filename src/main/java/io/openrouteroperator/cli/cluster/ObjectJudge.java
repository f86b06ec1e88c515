package io.openrouteroperator.cli.cluster;

import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.AdmissionRuling;
import io.openrouteroperator.core.admission.AdmissionRuling.Subject;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.check.ObjectChecks;
import io.openrouteroperator.core.admission.facts.ObjectFacts;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import java.time.Instant;
import java.util.List;

/** The answer that an object would get from the webhook, were it created now. */
public final class ObjectJudge {
    private ObjectJudge() {}

    /** The decision under what the cluster declares; Secrets and ConfigMaps that it does not hold are taken to hold no key. */
    public static AdmissionDecision judge(ObjectFacts facts, DeclaredCluster cluster, Instant now) {
        PodContents contents = facts instanceof Pods pods ? cluster.contentsFor(pods.pod()) : PodContents.NONE;
        String account = facts instanceof Pods pods ? pods.pod().serviceAccount() : "";
        String namespace = facts.object().namespace();
        return AdmissionRuling.decide(
                ObjectChecks.check(facts, contents, cluster),
                List.of(),
                cluster.policiesOf(namespace),
                new Subject(namespace, account, now));
    }
}
