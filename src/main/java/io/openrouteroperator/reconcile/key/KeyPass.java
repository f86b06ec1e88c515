package io.openrouteroperator.reconcile.key;

import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rotation.DeletionProtocol;
import io.openrouteroperator.core.rotation.Generation;
import io.openrouteroperator.core.rotation.InFlight;
import io.openrouteroperator.core.rotation.KeyDecision;
import io.openrouteroperator.core.rotation.KeyProtocol;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import io.openrouteroperator.reconcile.StatusWriter;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry.Connected;
import io.openrouteroperator.reconcile.account.AccountView;
import io.openrouteroperator.reconcile.key.KeyGatherer.Gathered;
import io.openrouteroperator.reconcile.policy.ClassificationView.Enforced;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One pass over one key: look, let the protocol decide, carry out the one effect, look again, until there is nothing to do. */
final class KeyPass {
    /** More than any life needs in one go; a protocol that wants more is asked again a moment later. */
    private static final int MOST_STEPS = 40;

    private final KeyTools tools;
    private final Context<OpenRouterKey> context;
    private final Function<OpenRouterKey, Grant> grants;
    private Grant grant;
    private OpenRouterKey key;
    private @Nullable Progress progress;

    KeyPass(KeyTools tools, OpenRouterKey key, Function<OpenRouterKey, Grant> grants, Context<OpenRouterKey> context) {
        this.tools = tools;
        this.key = key;
        this.grants = grants;
        this.grant = grants.apply(key);
        this.context = context;
    }

    /** What the key may have, and from whom, as last looked at. */
    Grant grant() {
        return grant;
    }

    /** The object as the last write left it. */
    OpenRouterKey key() {
        return key;
    }

    /** Where its rotation stands, as last looked at; null before the first look. */
    @Nullable
    Progress progress() {
        return progress;
    }

    /** Brings the key where its policy wants it, as far as it goes now. */
    Standing run() {
        for (int step = 0; step < MOST_STEPS; step++) {
            Gathered gathered = tools.gatherer().gather(key, grant);
            Instant now = tools.clock().instant();
            progress = Progress.of(gathered.observation(), now);
            tools.turns().progressed(key, grant.policy(), progress);
            KeyDecision decision = KeyProtocol.decide(gathered.observation(), now);
            Optional<Standing> rest = carryOut(decision, gathered);
            if (rest.isPresent()) {
                return rest.get();
            }
        }
        return new Standing(Verdict.RECONCILING, Reason.ISSUING, "more steps are needed");
    }

    /** Retires the remote keys of a deleted object; true when nothing is left to do. */
    boolean retire(DeletionProtocol.Fate fate) {
        for (int step = 0; step < MOST_STEPS; step++) {
            Gathered gathered = tools.gatherer().gather(key, grant);
            Optional<KeyDecision> decision = DeletionProtocol.decide(
                    gathered.observation(), fate, tools.clock().instant());
            if (decision.isEmpty()) {
                return true;
            }
            carryOut(decision.get(), gathered);
        }
        return false;
    }

    private Optional<Standing> carryOut(KeyDecision decision, Gathered gathered) {
        if (grant.account() == null && decision.isRemote()) {
            return Optional.of(new Standing(
                    Verdict.UNDECIDED, Reason.ACCOUNT_NOT_READY, "the account that holds the key is not known yet"));
        }
        tools.lease().check();
        String uid = key.getMetadata().getUid();
        KeyRecord before = KeyMapper.record(key);
        switch (decision) {
            case KeyDecision.Rest(Standing standing) -> {
                return Optional.of(standing);
            }
            case KeyDecision.Prove prove -> {
                return prove(uid, prove);
            }
            case KeyDecision.Remember remember -> remember(uid, remember);
            case KeyDecision.Create create -> tools.effects().create(uid, create, account());
            case KeyDecision.Guard guard -> tools.effects().guard(uid, guard, account(), enforced(), earlier());
            case KeyDecision.Fund fund -> tools.effects().fund(uid, fund, account());
            case KeyDecision.Search search -> tools.effects().search(uid, search, account());
            case KeyDecision.Delete delete -> tools.effects().delete(uid, delete, account());
            case KeyDecision.Change change -> tools.effects().change(change, account());
            case KeyDecision.Reassign reassign -> tools.effects().reassign(reassign, account());
            case KeyDecision.Restart restart -> {
                return restart(restart);
            }
            case KeyDecision.Publish publish -> publish(publish, gathered);
            case KeyDecision.Rewrite rewrite -> tools.delivery().rewrite(key, grant, rewrite, gathered);
        }
        done(before, decision);
        return Optional.empty();
    }

    private void done(KeyRecord before, KeyDecision decision) {
        tools.announcer().done(key, decision);
        tools.trail().done(key, grant, before, decision);
    }

    private Optional<Standing> prove(String uid, KeyDecision.Prove prove) {
        return switch (tools.proof()
                .ask(account().connection(), prove, enforced().compiled())) {
            case KeyProof.Outcome.Proven(var proof) -> {
                tools.inFlight().put(uid, prove.held().withProof(proof));
                done(KeyMapper.record(key), prove);
                yield Optional.empty();
            }
            case KeyProof.Outcome.Unproven(Reason reason, String message) ->
                Optional.of(new Standing(Verdict.RECONCILING, reason, message));
        };
    }

    /** Makes a record durable; an intent we recorded ourselves is one for which nothing was sent yet. */
    private void remember(String uid, KeyDecision.Remember remember) {
        Generation.Pending before = KeyMapper.record(key).pending();
        KeyRecord record = remember.record();
        Standing standing = new Standing(Verdict.RECONCILING, remember.reason(), remember.message());
        boolean served = progress != null && progress.served();
        key = StatusWriter.write(
                key, tools.statuses().remembering(key, record, grant.policy(), standing, served), context);
        Generation.Pending pending = record.pending();
        if (pending == null) {
            tools.inFlight().forget(uid);
        } else if (!pending.equals(before)) {
            tools.inFlight().put(uid, new InFlight.Untouched(pending.nonce()));
        }
        grant = grants.apply(key);
    }

    private void publish(KeyDecision.Publish publish, Gathered gathered) {
        Instant now = tools.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        tools.delivery().publish(key, grant, publish, gathered, now);
        if (progress != null && progress.served()) {
            tools.inFlight().rotated(key.getMetadata().getUid());
        }
    }

    /** One restart in a pass: whatever takes our mark off again must not make this a loop. */
    private Optional<Standing> restart(KeyDecision.Restart restart) {
        if (tools.restarter().restart(restart.workload(), SecretNames.name(key), restart.hash())) {
            done(KeyMapper.record(key), restart);
        }
        return Optional.of(new Standing(
                Verdict.RECONCILING,
                Reason.ROLLOUT_RESTARTED,
                restart.workload().words() + " is restarted"));
    }

    private Set<KeyHash> earlier() {
        return KeyMapper.record(key).published().map(Generation.Published::hash).collect(Collectors.toSet());
    }

    private AccountView account() {
        Connected account = Objects.requireNonNull(grant.account(), "a remote effect needs an account");
        return account.view();
    }

    private Enforced enforced() {
        return Objects.requireNonNull(grant.classification(), "only a granted key is proven");
    }
}
