package io.openrouteroperator.reconcile.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.audit.Actor;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditObject;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rollout.WorkloadRef;
import io.openrouteroperator.core.rotation.Generation;
import io.openrouteroperator.core.rotation.InFlight;
import io.openrouteroperator.core.rotation.KeyDecision;
import io.openrouteroperator.core.rotation.KeyDemand;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.KeyWishes.Requests;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which step of a key's life becomes which entry, and which becomes none. */
class KeyTrailTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final KeyHash OLD = new KeyHash("a".repeat(64));
    private static final KeyHash NEW = new KeyHash("b".repeat(64));

    private final List<AuditEvent> recorded = new ArrayList<>();
    private final KeyTrail trail = new KeyTrail(recorded::add, new InFlightKeys());
    private final OpenRouterKey key = Serialization.unmarshal("""
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterKey
            metadata: {name: checkout, namespace: shop, uid: u-1}
            spec: {classification: internal}
            """, OpenRouterKey.class);

    @Test
    void aPublicationIsToldWhenItIsRecordedAndOnceOnly() {
        KeyRecord before = record(pending(2), OLD);
        done(before, new KeyDecision.Search(pending(2)));
        done(before, remember(record(null, NEW), Reason.PROVISIONED));
        done(record(null, NEW), remember(record(null, NEW), Reason.CONSUMERS_UPDATED));

        assertThat(recorded).extracting(AuditEvent::action).containsExactly(AuditAction.KEY_PUBLISHED);
        assertThat(recorded.getFirst().details())
                .containsEntry(Detail.KEY_HASH, NEW.value())
                .containsEntry(Detail.BEFORE, OLD.value())
                .containsEntry(Detail.AFTER, NEW.value())
                .containsEntry(Detail.POLICY, "corporate");
    }

    @Test
    void aKeyThatWasPublishedBeforeIsNoNewOne() {
        done(KeyRecord.empty(), remember(record(null, NEW), Reason.PROVISIONED));

        assertThat(recorded).extracting(AuditEvent::action).containsExactly(AuditAction.KEY_RECOVERED);
    }

    @Test
    void aKeyThatIsTakenOverIsAdopted() {
        done(KeyRecord.empty(), remember(record(null, NEW), Reason.ADOPTED));

        assertThat(recorded).extracting(AuditEvent::action).containsExactly(AuditAction.KEY_ADOPTED);
    }

    @Test
    void theIntentToReplaceAKeyIsToldWithItsReasonAndTheFirstOneIsNot() {
        done(KeyRecord.empty(), remember(record(pending(1), null), Reason.ISSUING));
        done(record(null, OLD), remember(record(pending(2), OLD), Reason.ROTATION_DUE));
        done(record(pending(2), OLD), remember(record(pending(2), OLD), Reason.DRAINING));

        assertThat(recorded).extracting(AuditEvent::action).containsExactly(AuditAction.ROTATION_STARTED);
        assertThat(recorded.getFirst().reason()).isEqualTo("RotationDue");
    }

    @ParameterizedTest
    @CsvSource({
        "OLD_KEY_DISABLED, true, KEY_RETIRED",
        "REVOKED, true, KEY_REVOKED",
        "KEY_WITHDRAWN, true, KEY_DISABLED",
        "RETIRING, true, KEY_DISABLED",
        "ROLLED_BACK, false, KEY_ENABLED",
    })
    void disablingIsToldByItsReason(Reason reason, boolean disabled, AuditAction action) {
        done(
                record(null, OLD),
                new KeyDecision.Change(OLD, new KeyChange.SetDisabled(disabled), Urgency.RETIRE, reason, "so it is"));

        assertThat(recorded).extracting(AuditEvent::action).containsExactly(action);
        assertThat(recorded.getFirst().reason()).isEqualTo(reason.text());
        assertThat(recorded.getFirst().details()).containsEntry(Detail.KEY_HASH, OLD.value());
    }

    @ParameterizedTest
    @CsvSource({"OLD_KEY_DELETED, KEY_DELETED", "RETIRING, KEY_DELETED", "ORPHAN_DELETED, ORPHAN_DELETED"})
    void deletingIsToldByItsReason(Reason reason, AuditAction action) {
        done(record(null, OLD), new KeyDecision.Delete(OLD, Urgency.RETIRE, reason, "so it is"));

        assertThat(recorded).extracting(AuditEvent::action).containsExactly(action);
    }

    @Test
    void aLimitIsToldWhenItIsGivenToANewKeyAndWhenItIsSetLater() {
        SpendLimit limit = new SpendLimit(new BigDecimal("20"), ResetInterval.WEEKLY);
        MintedKey minted = new MintedKey(remote(), SecretValue.of("sk-or-v1-" + "0".repeat(64)));
        done(KeyRecord.empty(), new KeyDecision.Fund(InFlight.Held.naked("nonce", minted), limit));
        done(
                record(null, OLD),
                new KeyDecision.Change(
                        OLD, new KeyChange.SetLimit(limit), Urgency.TIDY, Reason.KEY_DRIFT, "the limit is put back"));

        assertThat(recorded)
                .allSatisfy(this::isAboutTheKeyAndByTheController)
                .extracting(AuditEvent::action, AuditEvent::reason, AuditEvent::message, this::hash)
                .containsExactly(
                        tuple(AuditAction.KEY_CHANGED, "Issuing", "limit: 20 USD, reset WEEKLY", NEW.value()),
                        tuple(AuditAction.KEY_CHANGED, "KeyDrift", "the limit is put back", OLD.value()));
    }

    @Test
    void whatIsDoneInTheClusterIsToldToo() {
        done(record(null, OLD), new KeyDecision.Rewrite(OLD, 2));
        WorkloadRef workload = new WorkloadRef("apps/v1", "Deployment", "shop", "web", "u-2");
        done(record(null, NEW), new KeyDecision.Restart(workload, NEW, 2));

        assertThat(recorded)
                .allSatisfy(this::isAboutTheKeyAndByTheController)
                .extracting(AuditEvent::action, AuditEvent::message, this::hash)
                .containsExactly(
                        tuple(AuditAction.SECRET_REWRITTEN, "entries of Secret 'checkout'", OLD.value()),
                        tuple(AuditAction.WORKLOAD_RESTARTED, "Deployment web", NEW.value()));
    }

    private void isAboutTheKeyAndByTheController(AuditEvent event) {
        assertThat(event.actor()).isEqualTo(Actor.controller("key"));
        assertThat(event.object()).isEqualTo(new AuditObject("OpenRouterKey", "shop", "checkout", "u-1"));
    }

    private @Nullable String hash(AuditEvent event) {
        return event.details().get(Detail.KEY_HASH);
    }

    private static RemoteKey remote() {
        return new RemoteKey(
                NEW,
                "name",
                "label",
                false,
                null,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                NOW,
                null,
                "workspace",
                null);
    }

    private void done(KeyRecord before, KeyDecision decision) {
        Grant grant = Grant.without(new KeyDemand.NotYetKnown(), "corporate");
        trail.done(key, grant, before, decision);
    }

    private static KeyDecision remember(KeyRecord record, Reason reason) {
        return new KeyDecision.Remember(record, reason, "so it is");
    }

    private static Generation.Pending pending(int serial) {
        return new Generation.Pending(serial, "nonce", "k8s/c1/shop/checkout/u-1-" + serial, NOW, null);
    }

    private static KeyRecord record(Generation.@Nullable Pending pending, @Nullable KeyHash current) {
        Generation.Current published =
                current == null ? null : new Generation.Current(2, current, "label", NOW, null, NOW, null, null, null);
        return new KeyRecord("production", 2, pending, published, List.of(), null, false, Requests.none());
    }
}
