package io.openrouteroperator.core.compliance.snapshot;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.openrouter.ResetInterval;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service's key: what was asked for, and what its status says.
 *
 * @param policy that governs it, null before one is found
 * @param account that holds it, null before there is one
 * @param secret name of its Secret in the same namespace
 * @param ask limit and rotation as written in the object
 * @param current the published key, null when there is none
 * @param previous earlier keys that are not deleted yet
 * @param proof what the key was proven to be allowed before it was published
 * @param spending as OpenRouter counts it, null before the first poll
 */
public record ObservedKey(
        ObjectName name,
        String classification,
        @Nullable String policy,
        @Nullable String account,
        String secret,
        Ask ask,
        @Nullable Published current,
        List<Earlier> previous,
        @Nullable Proof proof,
        @Nullable Spending spending,
        @Nullable Instant nextRotation,
        Conditions conditions) {
    /** What the object asks for; null where it asks for nothing. */
    public record Ask(
            @Nullable BigDecimal usd,
            @Nullable ResetInterval reset,
            @Nullable String interval,
            boolean suspended) {
        /** Nothing. */
        public static final Ask NOTHING = new Ask(null, null, null, false);
    }

    /**
     * The key in the Secret.
     *
     * @param hash SHA-256 of the key, its id at OpenRouter
     * @param label the masked key
     */
    public record Published(
            int serial,
            String hash,
            @Nullable String label,
            @Nullable Instant createdAt,
            @Nullable Instant publishedAt,
            @Nullable Instant expiresAt) {}

    /** A key that another one replaced. */
    public record Earlier(
            int serial,
            @Nullable Instant supersededAt,
            @Nullable Instant retireAfter,
            @Nullable Instant retiredAt) {}

    /** The proof of the published key. */
    public record Proof(Instant provenAt, String guardrailId, int usableModels, String revision) {}

    /**
     * US dollars, and the day of the last call.
     *
     * @param remaining null when OpenRouter knows no limit
     * @param lastUsed null when it is not told
     */
    public record Spending(
            @Nullable BigDecimal daily,
            @Nullable BigDecimal monthly,
            @Nullable BigDecimal remaining,
            @Nullable LocalDate lastUsed) {}

    public ObservedKey {
        previous = List.copyOf(previous);
    }

    /** When its keys were published, superseded and retired, as far as its status remembers. */
    public Stream<Instant> turns() {
        Stream<@Nullable Instant> earlier =
                previous.stream().flatMap(each -> Stream.of(each.supersededAt(), each.retiredAt()));
        Stream<@Nullable Instant> published =
                current == null ? Stream.empty() : Stream.ofNullable(current.publishedAt());
        return Stream.concat(published, earlier).flatMap(Stream::ofNullable);
    }
}
