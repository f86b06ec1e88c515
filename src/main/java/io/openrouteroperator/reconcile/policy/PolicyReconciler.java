package io.openrouteroperator.reconcile.policy;

import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicyStatus;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.usage.AllowedRevision;
import io.openrouteroperator.core.usage.PolicyJournal;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.governance.FindingsBoard;
import io.openrouteroperator.governance.PolicyMapper;
import io.openrouteroperator.governance.UsageBoard;
import io.openrouteroperator.reconcile.OperatorSettings;
import io.openrouteroperator.reconcile.StatusWriter;
import io.openrouteroperator.reconcile.account.AccountRegistry;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry;
import io.openrouteroperator.reconcile.account.AccountView;
import io.openrouteroperator.reconcile.account.KeyOwners;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiles a policy and holds its guardrails; what it found is what key reconcilers grant from. */
@ControllerConfiguration(name = "policy")
public final class PolicyReconciler implements Reconciler<OpenRouterPolicy> {
    /** How soon to look again for something another reconciler is about to provide. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final AccountRegistry accounts;
    private final PolicyRegistry policies;
    private final ClassificationStep step;
    private final FormerGuardrails former;
    private final PolicyTrail trail;
    private final PolicyStatusFactory statuses;
    private final FindingsBoard findings;
    private final PolicyJournal journal;
    private final PolicyAnnouncer announcer;
    private final Clock clock;

    PolicyReconciler(
            AccountRegistry accounts,
            PolicyRegistry policies,
            ClassificationStep step,
            FormerGuardrails former,
            PolicyTrail trail,
            PolicyStatusFactory statuses,
            FindingsBoard findings,
            PolicyJournal journal,
            PolicyAnnouncer announcer,
            Clock clock) {
        this.accounts = accounts;
        this.policies = policies;
        this.step = step;
        this.former = former;
        this.trail = trail;
        this.statuses = statuses;
        this.findings = findings;
        this.journal = journal;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** The reconciler with everything it needs. */
    public static PolicyReconciler create(
            AccountRegistry accounts,
            PolicyRegistry policies,
            KeyOwners owners,
            FindingsBoard findings,
            UsageBoard usage,
            PolicyJournal journal,
            EventRecorder events,
            AuditLog audit,
            OperatorSettings settings,
            Clock clock) {
        PolicyTrail trail = new PolicyTrail(audit);
        return new PolicyReconciler(
                accounts,
                policies,
                new ClassificationStep(settings, trail, clock),
                new FormerGuardrails(settings.cluster(), trail),
                trail,
                new PolicyStatusFactory(owners, findings, usage, clock),
                findings,
                journal,
                new PolicyAnnouncer(events),
                clock);
    }

    @Override
    public List<EventSource<?, OpenRouterPolicy>> prepareEventSources(EventSourceContext<OpenRouterPolicy> context) {
        var accountsToPolicies = InformerEventSourceConfiguration.from(OpenRouterAccount.class, OpenRouterPolicy.class)
                .withSecondaryToPrimaryMapper(account -> context.getPrimaryCache()
                        .list(policy -> policy.getSpec()
                                .accountRef()
                                .name()
                                .equals(account.getMetadata().getName()))
                        .map(ResourceID::fromResource)
                        .collect(Collectors.toSet()))
                .withPrimaryToSecondaryMapper((OpenRouterPolicy policy) ->
                        Set.of(new ResourceID(policy.getSpec().accountRef().name())))
                .build();
        SimpleInboundEventSource<OpenRouterPolicy> scanned = new SimpleInboundEventSource<>();
        findings.onChange(policy -> scanned.propagateEvent(new ResourceID(policy)));
        return List.of(new InformerEventSource<>(accountsToPolicies, context), scanned);
    }

    @Override
    public UpdateControl<OpenRouterPolicy> reconcile(OpenRouterPolicy policy, Context<OpenRouterPolicy> context) {
        String account = policy.getSpec().accountRef().name();
        if (context.getSecondaryResource(OpenRouterAccount.class).isEmpty()) {
            return wait(
                    policy,
                    Reason.ACCOUNT_NOT_FOUND,
                    "spec.accountRef.name: there is no OpenRouterAccount '%s'".formatted(account),
                    context);
        }
        return switch (accounts.find(account).orElse(null)) {
            case null -> UpdateControl.<OpenRouterPolicy>noUpdate().rescheduleAfter(SOON);
            case Entry.Failing(String message) ->
                wait(
                        policy,
                        Reason.ACCOUNT_NOT_READY,
                        "account '%s' does not work: %s".formatted(account, message),
                        context);
            case Entry.Connected(AccountView view, var _, Duration pollInterval) ->
                enforce(policy, view, context).rescheduleAfter(pollInterval);
        };
    }

    private UpdateControl<OpenRouterPolicy> enforce(
            OpenRouterPolicy policy, AccountView account, Context<OpenRouterPolicy> context) {
        PolicyRules rules = PolicyMapper.rules(policy);
        Guardrails guardrails = new Guardrails(account.connection());
        List<ClassificationOutcome> outcomes = rules.classifications().stream()
                .map(classification -> step.run(
                        rules,
                        classification,
                        PolicyStatusFactory.recorded(policy, classification.name())
                                .orElse(null),
                        account,
                        guardrails))
                .toList();
        policies.put(rules.name(), view(policy, outcomes));
        outcomes.forEach(outcome -> allowed(outcome, account)
                .ifPresent(revision -> journal.inForce(rules.name(), outcome.name(), revision)));
        OpenRouterPolicyStatus status = statuses.compiled(policy, outcomes);
        FormerGuardrails.Tidied tidied = former.tidy(
                policy, status.classifications(), account.poll().guardrails().values(), account.connection());
        // Before the status remembers them: better told twice than never.
        List<String> ended = trail.ended(policy, clock.instant());
        StatusWriter.write(policy, status.withFormerGuardrails(tidied.left()).withEndedAttestations(ended), context);
        outcomes.forEach(outcome -> announcer.held(policy, outcome));
        tidied.deleted().forEach(gone -> announcer.deleted(policy, gone));
        announcer.exemptions(policy, clock.instant());
        return UpdateControl.noUpdate();
    }

    /** What is in force from now on; empty where that could not be found out, and what was in force before goes on. */
    private Optional<AllowedRevision> allowed(ClassificationOutcome outcome, AccountView account) {
        return switch (outcome.view()) {
            case ClassificationView.Enforced enforced ->
                Optional.of(AllowedRevision.of(
                        enforced.rules(), enforced.compiled(), account.poll().catalogue(), clock.instant()));
            case ClassificationView.AllowsNothing _ -> Optional.of(AllowedRevision.nothing(clock.instant()));
            case ClassificationView.NotReady _ -> Optional.empty();
        };
    }

    private static PolicyRegistry.PolicyView view(OpenRouterPolicy policy, List<ClassificationOutcome> outcomes) {
        Map<String, ClassificationView> views =
                outcomes.stream().collect(Collectors.toMap(ClassificationOutcome::name, ClassificationOutcome::view));
        return new PolicyRegistry.PolicyView(policy.getMetadata().getGeneration(), views);
    }

    private UpdateControl<OpenRouterPolicy> wait(
            OpenRouterPolicy policy, Reason reason, String message, Context<OpenRouterPolicy> context) {
        StatusWriter.write(policy, statuses.waiting(policy, reason, message), context);
        return UpdateControl.<OpenRouterPolicy>noUpdate().rescheduleAfter(SOON.multipliedBy(10));
    }
}
