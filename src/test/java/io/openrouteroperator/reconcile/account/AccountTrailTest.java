package io.openrouteroperator.reconcile.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.core.audit.Actor;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditObject;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done for an account as a whole, in the audit log. */
class AccountTrailTest {
    private static final SecretValue FIRST = SecretValue.of("sk-or-mgmt-" + "1".repeat(32));
    private static final SecretValue SECOND = SecretValue.of("sk-or-mgmt-" + "2".repeat(32));

    private final List<AuditEvent> recorded = new ArrayList<>();
    private final AccountTrail trail = new AccountTrail(recorded::add);

    @Test
    void anotherManagementKeyIsToldOnceAndTheFirstOneIsNoNews() {
        trail.connected(account("production", "u-1"), "the first", FIRST);
        trail.connected(account("production", "u-1"), "the second", SECOND);
        trail.connected(account("production", "u-1"), "the second", SECOND);
        trail.connected(account("staging", "u-2"), "the first", FIRST);

        assertThat(recorded).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(AuditAction.MANAGEMENT_KEY_SWAPPED);
            assertThat(event.actor()).isEqualTo(Actor.controller("account"));
            assertThat(event.object()).isEqualTo(new AuditObject("OpenRouterAccount", "", "production", "u-1"));
            assertThat(event.message()).isEqualTo("the second is used from now on");
            assertThat(event.details())
                    .containsEntry(Detail.BEFORE, KeyHash.of(FIRST).value())
                    .containsEntry(Detail.AFTER, KeyHash.of(SECOND).value())
                    .containsEntry(Detail.KEY_HASH, KeyHash.of(SECOND).value());
        });
    }

    private static OpenRouterAccount account(String name, String uid) {
        return Serialization.unmarshal("""
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterAccount
                metadata: {name: %s, uid: %s}
                spec: {managementKeys: []}
                """.formatted(name, uid), OpenRouterAccount.class);
    }
}
