package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.admission.AdmissionEndpoint;
import io.openrouteroperator.admission.AdmissionMeters;
import io.openrouteroperator.admission.AnswerFollowUp;
import io.openrouteroperator.admission.AnswerTrail;
import io.openrouteroperator.admission.BodyLimits;
import io.openrouteroperator.admission.ContentDesk;
import io.openrouteroperator.admission.RefusalEvents;
import io.openrouteroperator.admission.ReviewDesk;
import io.openrouteroperator.admission.ReviewJudge;
import io.openrouteroperator.admission.caller.Callers;
import io.openrouteroperator.admission.review.ReviewAnswer;
import io.openrouteroperator.core.admission.Requester;
import io.openrouteroperator.core.admission.RulePages;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.governance.ContentCache;
import io.openrouteroperator.governance.DeclarationCache;
import io.openrouteroperator.governance.GovernanceCache;
import io.openrouteroperator.governance.GovernanceWatch;
import io.openrouteroperator.governance.KubernetesContentLookup;
import io.openrouteroperator.governance.ManagementKeyLoop;
import io.openrouteroperator.leak.LeakResponder;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The webhook's beans and its route. */
@Dependent
public class AdmissionWiring {
    @Produces
    @Singleton
    GovernanceCache governanceCache() {
        return new GovernanceCache();
    }

    @Produces
    @Singleton
    ManagementKeyLoop managementKeyLoop(KubernetesClient client, GovernanceCache cache) {
        return new ManagementKeyLoop(cache, new KubernetesContentLookup(client));
    }

    @Produces
    @Singleton
    DeclarationCache declarationCache() {
        return new DeclarationCache();
    }

    @Produces
    @Singleton
    GovernanceWatch governanceWatch(
            KubernetesClient client,
            GovernanceCache cache,
            DeclarationCache declarations,
            ManagementKeyLoop managementKeys) {
        return new GovernanceWatch(client, cache, declarations, managementKeys::hurry);
    }

    @Produces
    @Singleton
    AdmissionEndpoint endpoint(
            Vertx vertx,
            Callers callers,
            KubernetesClient client,
            GovernanceCache governance,
            DeclarationCache declarations,
            OperatorConfiguration configuration,
            MeterRegistry registry,
            LeakResponder leaks,
            RefusalEvents refusals,
            AuditLog audit,
            Clock clock) {
        Requester operator = Requester.serviceAccount(configuration.namespace(), configuration.serviceAccount());
        ContentDesk contents = new ContentDesk(new ContentCache(clock), new KubernetesContentLookup(client));
        ReviewJudge judge = new ReviewJudge(governance, declarations, operator, clock);
        return new AdmissionEndpoint(
                vertx,
                callers,
                new ReviewDesk(
                        judge,
                        contents,
                        governance,
                        namespace -> labels(client, namespace),
                        new ReviewAnswer(pages(configuration)),
                        new AdmissionMeters(registry),
                        new AnswerFollowUp(leaks, refusals, new AnswerTrail(audit, clock))),
                BodyLimits.within(Runtime.getRuntime().maxMemory()));
    }

    @Produces
    @Singleton
    RefusalEvents refusals(
            KubernetesClient client, EventRecorder events, OperatorConfiguration configuration, Clock clock) {
        return new RefusalEvents(client, events, pages(configuration), clock);
    }

    void stop(@Disposes RefusalEvents refusals) {
        refusals.close();
    }

    private static RulePages pages(OperatorConfiguration configuration) {
        return new RulePages(configuration.webhook().rulePagesUrl().orElse(""));
    }

    void route(@Observes Router router, AdmissionEndpoint endpoint) {
        endpoint.register(router);
    }

    private static Optional<Map<String, String>> labels(KubernetesClient client, String namespace) {
        return Optional.ofNullable(client.namespaces().withName(namespace).get())
                .map(found ->
                        Optional.ofNullable(found.getMetadata().getLabels()).orElse(Map.of()));
    }
}
