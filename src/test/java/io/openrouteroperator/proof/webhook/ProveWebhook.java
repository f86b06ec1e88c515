package io.openrouteroperator.proof.webhook;

import java.util.List;

/** {@code make prove-webhook}: what may happen to the webhook, and that it is never in the way of anybody else. */
public final class ProveWebhook {
    private ProveWebhook() {}

    /** Prints a line for each scenario and one for all; exits with 1 when the webhook was in the way. */
    public static void main(String[] arguments) {
        try {
            // Threads of the harness would keep the JVM alive.
            System.exit(passes(String.join(" ", arguments)) ? 0 : 1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static boolean passes(String part) {
        try (WebhookGround ground = WebhookGround.start()) {
            List<Scenario> scenarios = scenarios(ground).stream()
                    .filter(scenario -> scenario.name().contains(part))
                    .toList();
            long failed =
                    scenarios.stream().filter(scenario -> !scenario.passes()).count();
            System.out.printf("prove-webhook: scenarios=%d failed=%d%n", scenarios.size(), failed);
            return failed == 0 && !scenarios.isEmpty();
        }
    }

    private static List<Scenario> scenarios(WebhookGround ground) {
        ReplicaChanges replicas = new ReplicaChanges(ground);
        CertificateChanges certificates = new CertificateChanges(ground);
        ConfigurationEdits edits = new ConfigurationEdits(ground);
        IrrelevantRequests irrelevant = new IrrelevantRequests(ground);
        Outage outage = new Outage(ground);
        return List.of(
                new Scenario("one of two replicas is stopped and replaced", replicas::stopped),
                new Scenario("one of two replicas is killed and replaced", replicas::killed),
                new Scenario("the authority rotates", certificates::authorityRotates),
                new Scenario("the certificates' Secret is deleted", certificates::secretIsDeleted),
                new Scenario("the caBundle is overwritten", certificates::bundleIsOverwritten),
                new Scenario("the configuration is edited", edits::areNoticed),
                new Scenario("certificates expire while nobody runs", certificates::expiredWhileNobodyRan),
                new Scenario("requests that are none of its business", irrelevant::areNotSent),
                new Scenario("nobody answers: governed namespaces", outage::governedIsClosed),
                new Scenario("nobody answers: other namespaces", outage::othersAreNotConcerned),
                new Scenario("nobody answers: the operator's own pods", outage::operatorComesBack),
                new Scenario("nobody answers: a node is drained", outage::nodeIsDrained),
                new Scenario("nobody answers: deletion and collection", outage::deletionGoesOn),
                new Scenario("the API server restarts", outage::apiServerRestarts));
    }
}
