package io.openrouteroperator.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({"90d, PT2160H", "72h, PT72H", "1h30m, PT1H30M", "45s, PT45S", "1d12h, PT36H", "0s, PT0S", "90m, PT1H30M"
    })
    void readsDurations(String text, Duration duration) {
        assertThat(DurationText.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "d", "1w", "1.5h", "-1h", "30m1h", "1h 30m", "1H", "9999999d", "1h1h", "P1D"})
    void refusesWhatIsNone(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        assertThat(DurationText.format(Duration.ZERO)).isEqualTo("0s");
        assertThat(DurationText.format(Duration.ofMinutes(90))).isEqualTo("1h30m");
        var random = new Random(5);
        for (int round = 0; round < 1_000; round++) {
            Duration duration = Duration.ofSeconds(random.nextInt(100_000_000));
            assertThat(DurationText.parse(DurationText.format(duration))).contains(duration);
        }
    }
}
