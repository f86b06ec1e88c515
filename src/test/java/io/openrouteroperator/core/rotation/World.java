package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.RotationTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The account, the Secret, the status and the policy, as far as the protocol can tell, and nothing that it cannot. */
final class World {
    /** Short enough for several rotations in one history. */
    private static final RotationTerms EVERY_FIVE_DAYS = new RotationTerms(
            Duration.ofDays(5), 10, Duration.ofHours(1), Duration.ofHours(72), Duration.ofDays(9), List.of(), 5);

    private static final Duration LONGEST_LAG = Duration.ofMinutes(5);

    final List<KeyRecord> records = new ArrayList<>(List.of(KeyRecord.empty()));
    Instant now = Situation.NOW;
    KeyTerms terms = Claims.rotating(EVERY_FIVE_DAYS);
    KeyWishes wishes = KeyWishes.none();
    FleetTurn turn = FleetTurn.free();
    KeyDemand demand = new KeyDemand.Granted(terms);
    SecretState secret = new SecretState.Absent();
    boolean rationed;
    boolean usageLags;

    final Account account = new Account(this);
    final Promises promises = new Promises(this);
    final Consumption consumption = new Consumption(this);

    int published;

    KeyRecord record() {
        return records.getLast();
    }

    void remember(KeyRecord next) {
        promises.recorded(record(), next);
        records.add(next);
    }

    @Nullable
    KeyHash inSecret() {
        return secret.valueHash();
    }

    /** Pods call, time passes, pods move and call again; the next poll begins. */
    void pass(Duration time) {
        passUnseen(time);
        account.poll(usageLags && time.compareTo(LONGEST_LAG) < 0);
        usageLags = false;
    }

    /** The same between two polls. */
    void passUnseen(Duration time) {
        use();
        consumption.call();
        now = now.plus(time);
        consumption.advance(time);
        use();
        consumption.call();
    }

    void secret(SecretState next) {
        use();
        secret = next;
        use();
    }

    /** That it is used at all shows at once. */
    private void use() {
        KeyHash hash = inSecret();
        if (hash != null) {
            if (account.works(hash) || !promises.lastInSecret.containsKey(hash)) {
                promises.lastInSecret.put(hash, now);
            }
            account.showUse(hash);
        }
    }

    void publish(MintedKey minted, int serial, PolicyProof proof) {
        KeyHash hash = minted.key().hash();
        Account.Entry entry = account.keys.get(hash);
        promises.check(entry != null, "G: a key that is gone was published");
        if (entry != null) {
            promises.check(
                    terms.guardrailId().equals(entry.guardrailId()), "G: key " + hash + " was published unguarded");
            promises.check(
                    terms.policyRevision().equals(entry.provenUnder()), "G: key " + hash + " was published unproven");
            SpendLimit limit = entry.key().limit();
            promises.check(limit != null && limit.sameAs(terms.limit()), "G: key " + hash + " was published unfunded");
        }
        promises.check(demand instanceof KeyDemand.Granted, "G: key " + hash + " was published without a grant");
        promises.check(!(secret instanceof SecretState.Foreign), "somebody else's Secret was overwritten");
        secret(new SecretState.Ours(hash, serial, true, proof, now));
        published++;
    }

    Set<Urgency> affordable() {
        return rationed ? EnumSet.of(Urgency.REVOKE, Urgency.HEAL, Urgency.CREATE) : EnumSet.allOf(Urgency.class);
    }

    @Nullable
    Instant publishedAt() {
        return secret instanceof SecretState.Ours ours ? ours.publishedAt() : null;
    }
}
