package io.openrouteroperator.reconcile.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.api.v1alpha1.key.KeyUsage;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.RemoteKey;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusMapperTest {
    @ParameterizedTest
    @CsvSource({"0, 0.00", "0.000012, 0.01", "0.004999, 0.01", "0.015, 0.02", "12.344999999, 12.34", "1E+1, 10.00"})
    void whatWasSpentIsToldToTheCentAndNeverAsNothing(BigDecimal usd, String told) {
        RemoteKey key = new RemoteKey(
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
                null);

        KeyUsage usage = StatusMapper.usage(key);

        assertThat(usage.daily()).isEqualTo(told);
        assertThat(usage.monthly()).isEqualTo(told);
    }
}
