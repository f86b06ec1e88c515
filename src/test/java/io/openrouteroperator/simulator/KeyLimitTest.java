package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a key may spend, and when that begins anew. */
class KeyLimitTest extends SimulatorTestBase {
    @Test
    void readsALimitWithCentsBackALittleOff() {
        String hash = Simulator.hashOf(newKey("one"));

        double stored = api.patch("/keys/" + hash, "{\"limit\":12.34}")
                .data()
                .path("limit")
                .asDouble();
        assertThat(stored).isNotEqualTo(12.34).isCloseTo(12.34, within(0.0001));
        assertThat(api.patch("/keys/" + hash, "{\"limit\":12.5}")
                        .data()
                        .path("limit")
                        .asDouble())
                .isEqualTo(12.5);
    }

    @Test
    void takesNullAsNoLimit() {
        String hash = Simulator.hashOf(newKey("one"));
        api.patch("/keys/" + hash, "{\"limit\":5}");

        JsonNode key = api.patch("/keys/" + hash, "{\"limit\":null}").data();
        assertThat(key.path("limit").isNull()).isTrue();
        assertThat(key.path("limit_remaining").isNull()).isTrue();
    }

    @Test
    void resetsLimitsAtMidnightOnMondayAndOnTheFirst() {
        simulator.time().freeze(Instant.parse("2026-11-29T23:59:00Z"));
        String hash = Simulator.hashOf(newKey("one"));
        simulator.dashboard().spend(hash, BigDecimal.TEN);

        simulator.time().advance(Duration.ofMinutes(2));
        JsonNode monday = api.get("/keys/" + hash).data();
        assertThat(monday.path("usage_daily").asInt()).isZero();
        assertThat(monday.path("usage_weekly").asInt()).isZero();
        assertThat(monday.path("usage_monthly").asInt()).isEqualTo(10);

        simulator.time().set(Instant.parse("2026-12-01T00:00:00Z"));
        JsonNode first = api.get("/keys/" + hash).data();
        assertThat(first.path("usage_monthly").asInt()).isZero();
        assertThat(first.path("usage").asInt()).isEqualTo(10);
    }

    @Test
    void countsRemainingLimitWithinItsReset() {
        simulator.time().freeze(Instant.parse("2026-11-24T12:00:00Z"));
        String hash = Simulator.hashOf(newKey("one"));
        api.patch("/keys/" + hash, "{\"limit\":15,\"limit_reset\":\"weekly\"}");
        simulator.dashboard().spend(hash, BigDecimal.TEN);

        assertThat(remaining(hash)).isEqualTo(5);
        simulator.time().set(Instant.parse("2026-11-30T00:00:00Z"));
        assertThat(remaining(hash)).isEqualTo(15);
    }

    private int remaining(String hash) {
        return api.get("/keys/" + hash).data().path("limit_remaining").asInt();
    }
}
