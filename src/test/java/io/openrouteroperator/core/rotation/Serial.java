package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Situation.ID;
import static io.openrouteroperator.core.rotation.Situation.LIMIT;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.PROOF;
import static io.openrouteroperator.core.rotation.Situation.TERMS;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.Generation.Previous;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What belongs to a serial number: the key as OpenRouter, the Secret, the status and the process that makes it have it. */
final class Serial {
    /** One instance each: key material has no equality of its own. */
    private static final Map<Integer, SecretValue> VALUES = new ConcurrentHashMap<>();

    private Serial() {}

    static KeyRecord published(int serial) {
        return KeyRecord.empty().intending("main", intent(serial)).publishing(current(serial), PROOF, NOW);
    }

    static Pending intent(int serial) {
        return new Pending(serial, nonce(serial), name(serial), NOW.minusSeconds(60), null);
    }

    static Current current(int serial) {
        RemoteKey key = key(serial);
        return new Current(
                serial,
                key.hash(),
                key.label(),
                key.createdAt(),
                key.expiresAt(),
                key.createdAt(),
                key.createdAt(),
                null,
                null);
    }

    static Previous previous(int serial, Instant retireAfter) {
        return new Previous(serial, hash(serial), retireAfter.minus(TERMS.overlap()), retireAfter, null, null, false);
    }

    static SecretState.Ours ours(int serial) {
        return new SecretState.Ours(hash(serial), serial, true, PROOF, NOW.minus(Duration.ofDays(1)));
    }

    static String nonce(int serial) {
        return "nonce" + serial;
    }

    static String name(int serial) {
        return KeyName.compose(ID, serial, nonce(serial));
    }

    static SecretValue value(int serial) {
        return VALUES.computeIfAbsent(serial, number -> SecretValue.of("sk-or-v1-" + number));
    }

    static KeyHash hash(int serial) {
        return value(serial).hash();
    }

    static RemoteKey key(int serial) {
        return key(serial, name(serial), false, LIMIT, "w1", NOW.minus(Duration.ofDays(1)));
    }

    static RemoteKey key(
            int serial, String name, boolean disabled, SpendLimit limit, String workspaceId, Instant createdAt) {
        RemoteKey made = RemoteKeys.made(
                hash(serial),
                name,
                "sk-or-v1-..." + serial,
                limit,
                createdAt,
                NOW.plus(Duration.ofDays(100)),
                workspaceId);
        return RemoteKeys.changed(made, name, disabled, limit);
    }

    static RemoteKey disabled(int serial) {
        return key(serial, name(serial), true, LIMIT, "w1", NOW.minus(Duration.ofDays(1)));
    }

    /** Key {@code serial} after it was used. */
    static RemoteKey spent(int serial, String usd, @Nullable Instant lastUsedAt) {
        BigDecimal usage = new BigDecimal(usd);
        return RemoteKeys.used(key(serial), LIMIT.usd().subtract(usage), usage, lastUsedAt);
    }

    static InFlight.Held naked(int serial) {
        return InFlight.Held.naked(nonce(serial), new MintedKey(key(serial), value(serial)));
    }

    static InFlight.Held broughtUp(int serial) {
        return naked(serial).withGuardrail("g1").withProof(PROOF).withFunds(LIMIT);
    }
}
