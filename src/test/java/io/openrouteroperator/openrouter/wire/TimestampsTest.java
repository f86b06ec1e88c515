package io.openrouteroperator.openrouter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trap 17: times are written with seconds and read in every shape seen. */
class TimestampsTest {
    @Test
    void alwaysWritesSeconds() {
        assertThat(Timestamps.format(Instant.parse("2027-03-01T23:59:00.987Z"))).isEqualTo("2027-03-01T23:59:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:30:00Z, 2026-11-20T10:30:00Z",
        "2026-11-20T10:30:00.123Z, 2026-11-20T10:30:00.123Z",
        "2026-11-20T10:30:00.123456+00:00, 2026-11-20T10:30:00.123456Z",
        "2026-11-20T12:30:00+02:00, 2026-11-20T10:30:00Z",
        "2026-11-20 10:30:00.123456+00, 2026-11-20T10:30:00.123456Z",
        "2026-11-20T10:30:00, 2026-11-20T10:30:00Z",
        "2026-11-20T10:30Z, 2026-11-20T10:30:00Z",
        "2026-11-20, 2026-11-20T00:00:00Z"
    })
    void readsEveryShapeSeen(String text, Instant expected) {
        assertThat(Timestamps.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1764000000", "2026-13-01T00:00:00Z"})
    void refusesWhatIsNoTime(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Timestamps.parse(text));
    }
}
