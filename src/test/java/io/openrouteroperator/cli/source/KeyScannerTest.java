package io.openrouteroperator.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.cli.source.KeyScanner.KeyPlace;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.key.KeyHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyScannerTest {
    private static final String SERVICE = SampleKeys.service("stray");
    private static final String MANAGEMENT = SampleKeys.management("root");
    private static final int WINDOW = 1024;
    private static final int REACH = 256;

    static Stream<String> writtenForms() {
        return Stream.of(
                SERVICE,
                MANAGEMENT,
                SERVICE.replace("-", "%2D"),
                Base64.getEncoder().encodeToString(SERVICE.getBytes(StandardCharsets.UTF_8)),
                Base64.getMimeEncoder(20, new byte[] {'\n', ' ', ' '})
                        .encodeToString(SERVICE.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("writtenForms")
    void countsAKeyOnceWhereverWindowsEnd(String written) throws IOException {
        KeyHash expected = SampleKeys.hashOf(written.equals(MANAGEMENT) ? MANAGEMENT : SERVICE);
        for (int before = 0; before < 3 * WINDOW; before++) {
            String text = ".".repeat(before) + "\n" + written + "\n" + ".".repeat(WINDOW);

            assertThat(scan(text)).as("%d bytes before", before).singleElement().satisfies(place -> {
                assertThat(place.key().hash()).isEqualTo(expected);
                assertThat(place.line()).isEqualTo(2);
            });
        }
    }

    @Test
    void knowsTheLineOfEachPlace() throws IOException {
        String text = (SERVICE + "\n\n").repeat(100) + MANAGEMENT;

        List<KeyPlace> places = scan(text);

        assertThat(places).hasSize(101);
        for (int i = 0; i < places.size(); i++) {
            assertThat(places.get(i).line()).isEqualTo(1 + 2 * i);
        }
    }

    @Test
    void findsKeysInUtf16AndBetweenBytesOfAnyValue() throws IOException {
        byte[] noise = new byte[3 * WINDOW];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 7);
        }
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
            InputStream stream = new SequenceInputStream(Collections.enumeration(List.of(
                    new ByteArrayInputStream(noise),
                    new ByteArrayInputStream(SERVICE.getBytes(charset)),
                    new ByteArrayInputStream(noise))));

            assertThat(KeyScanner.scan(stream, WINDOW, REACH))
                    .extracting(place -> place.key().hash())
                    .containsExactly(SampleKeys.hashOf(SERVICE));
        }
    }

    @Test
    void stopsListingADumpOfKeys() throws IOException {
        assertThat(scan((SERVICE + "\n").repeat(KeyScanner.MOST_PLACES + 1))).hasSize(KeyScanner.MOST_PLACES);
    }

    @Test
    void readsAStreamOfZerosToItsEnd() throws IOException {
        byte[] zeros = new byte[10 * WINDOW];
        InputStream stream = new SequenceInputStream(
                new ByteArrayInputStream(zeros), new ByteArrayInputStream(SERVICE.getBytes(StandardCharsets.UTF_8)));

        assertThat(KeyScanner.scan(stream, WINDOW, REACH)).hasSize(1);
    }

    private static List<KeyPlace> scan(String text) throws IOException {
        return KeyScanner.scan(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), WINDOW, REACH);
    }
}
