package io.openrouteroperator.simulator;

import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.spending.ResetInterval;
import java.util.List;

/** The account as it stands, everything at once, without the API's limits. Safe for use by many threads. */
final class Snapshots {

    private final Account account;

    Snapshots(Account account) {
        this.account = account;
    }

    /** All keys of all workspaces, newest first. */
    public List<KeySnapshot> keys() {
        synchronized (account) {
            return account.keys().newestFirst().map(this::snapshot).toList();
        }
    }

    /** All guardrails that were ever written, newest first. */
    public List<GuardrailSnapshot> guardrails() {
        synchronized (account) {
            return account.guardrails().newestFirst().stream()
                    .map(guardrail -> new GuardrailSnapshot(
                            guardrail.id(),
                            guardrail.name(),
                            guardrail.workspaceId(),
                            guardrail.isDefault(),
                            guardrail.settings().deepCopy()))
                    .toList();
        }
    }

    /** All assignments of keys, newest first. */
    public List<AssignmentSnapshot> assignments() {
        synchronized (account) {
            return account.keyAssignments().newestFirst().stream()
                    .map(row -> new AssignmentSnapshot(row.guardrailId(), row.subject()))
                    .toList();
        }
    }

    private KeySnapshot snapshot(ApiKey key) {
        ResetInterval reset = key.settings().limitReset();
        return new KeySnapshot(
                key.hash(),
                key.settings().name(),
                key.workspaceId(),
                key.settings().disabled(),
                key.settings().limit(),
                reset == null ? null : reset.wireName(),
                key.usage().total(),
                account.keyAssignments()
                        .of(key.hash())
                        .map(row -> row.guardrailId())
                        .orElse(null),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt());
    }
}
