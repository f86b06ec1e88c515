package io.openrouteroperator.reconcile.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.api.v1alpha1.key.KeyUsage;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.RemoteKey;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusMapperTest {
    @ParameterizedTest
    @CsvSource({"0, 0.00", "0.000012, 0.01", "0.004999, 0.01", "0.015, 0.02", "12.344999999, 12.34", "1E+1, 10.00"})
    void whatWasSpentIsToldToTheCentAndNeverAsNothing(BigDecimal usd, String told) {
        KeyUsage usage = StatusMapper.usage(key(usd, null));

        assertThat(usage.daily()).isEqualTo(told);
        assertThat(usage.monthly()).isEqualTo(told);
    }

    @Test
    void theLastCallIsToldToTheDayWhereItIsKnown() {
        Instant lastCall = Instant.parse("2026-11-21T23:59:59.5Z");

        assertThat(StatusMapper.usage(key(BigDecimal.ZERO, lastCall)).lastUsedOn())
                .isEqualTo("2026-11-21");
        assertThat(StatusMapper.usage(key(BigDecimal.ZERO, null)).lastUsedOn()).isNull();
    }

    private static RemoteKey key(BigDecimal usd, @Nullable Instant lastUsedAt) {
        return new RemoteKey(
                new KeyHash("a".repeat(64)),
                "name",
                "label",
                false,
                null,
                usd,
                usd,
                usd,
                usd,
                Instant.EPOCH,
                null,
                "workspace",
                lastUsedAt);
    }
}
