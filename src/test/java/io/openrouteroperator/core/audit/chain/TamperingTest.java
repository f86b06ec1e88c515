package io.openrouteroperator.core.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that can be done to a log by somebody without the signing key is found, and the first broken line is named. */
class TamperingTest {
    private final SampleLog log = new SampleLog("first")
            .start()
            .events(3)
            .checkpoint()
            .events(3)
            .checkpoint()
            .events(2);
    private final List<String> lines = new ArrayList<>(log.lines());

    @Test
    void aLogAsItWasWrittenIsWhole() throws GeneralSecurityException {
        Verdict verdict = verify(lines);

        assertThat(verdict.breach()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(11);
        assertThat(verdict.checkpoints()).isEqualTo(2);
        assertThat(verdict.openEnds()).containsExactly(new Verdict.OpenEnd("first", 2));
    }

    @Test
    void everyFlippedBitIsFound() throws GeneralSecurityException {
        List<String> small =
                new SampleLog("first", log).start().events(1).checkpoint().lines();
        for (int line = 0; line < small.size(); line++) {
            for (int at = 0; at < small.get(line).length(); at++) {
                StringBuilder changed = new StringBuilder(small.get(line));
                changed.setCharAt(at, (char) (changed.charAt(at) ^ 1));
                List<String> tampered = new ArrayList<>(small);
                tampered.set(line, changed.toString());

                assertThat(brokenLine(tampered)).as(changed.toString()).isEqualTo(line + 1);
            }
        }
    }

    @Test
    void everyDeletedLineIsFoundAtTheLineAfterIt() throws GeneralSecurityException {
        for (int line = 0; line < lines.size() - 1; line++) {
            List<String> tampered = new ArrayList<>(lines);
            tampered.remove(line);

            assertThat(brokenLine(tampered)).isEqualTo(line + 1);
        }
    }

    @Test
    void anInsertedLineIsFoundWhereverItStands() throws GeneralSecurityException {
        for (int line = 1; line < lines.size(); line++) {
            List<String> repeated = new ArrayList<>(lines);
            repeated.add(line, lines.get(line - 1));
            List<String> forged = new ArrayList<>(lines);
            forged.addAll(line, SampleLog.forged(lines.get(line - 1), 1));

            assertThat(brokenLine(repeated)).isEqualTo(line + 1);
            // What fits its predecessor is found at its successor.
            assertThat(brokenLine(forged)).isEqualTo(line + 2);
        }
    }

    @Test
    void swappedLinesAreFound() throws GeneralSecurityException {
        for (int line = 0; line < lines.size() - 1; line++) {
            List<String> tampered = new ArrayList<>(lines);
            Collections.swap(tampered, line, line + 1);

            assertThat(brokenLine(tampered)).isEqualTo(line + 1);
        }
    }

    @Test
    void aRestThatWasWrittenAnewIsFoundAtTheNextSignature() throws GeneralSecurityException {
        List<String> tampered = new ArrayList<>(lines.subList(0, 3));
        tampered.addAll(SampleLog.forged(lines.get(2), 1));
        tampered.add(SampleLog.forgedCheckpoint(tampered.getLast()));

        assertThat(verify(tampered).breach().map(Breach::toString))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("log:5: is signed by key"));
    }

    @Test
    void aTailThatWasCutOffIsFoundWithThePublishedCheckpoint() throws GeneralSecurityException {
        String published = lines.get(8);
        for (int kept = 1; kept < 9; kept++) {
            Verdict verdict = verify(lines.subList(0, kept), published);

            assertThat(verdict.breach().map(Breach::toString))
                    .contains(
                            "log:%d: is the last entry of writer first, number %d, but published:1 names number 9: the end was cut off"
                                    .formatted(kept, kept));
        }
        assertThat(verify(lines, published).breach()).isEmpty();
    }

    @Test
    void aTailThatWasCutOffIsFoundByTheWriterThatContinues() throws GeneralSecurityException {
        SampleLog second = new SampleLog("second", log).start(log).events(1).end();
        List<String> tampered = new ArrayList<>(lines.subList(0, 10));
        tampered.addAll(second.lines());

        assertThat(verify(tampered).breach().map(Breach::toString))
                .contains(
                        "log:10: is the last entry of writer first, number 10, but log:11 names number 11: the end was cut off");
    }

    @Test
    void aTailThatWasWrittenAnewIsFoundByTheWriterThatContinuesHoweverLongItBecame() throws GeneralSecurityException {
        SampleLog second = new SampleLog("second", log).start(log).events(1).end();
        for (int more = 2; more < 5; more++) {
            List<String> tampered = new ArrayList<>(lines.subList(0, 9));
            tampered.addAll(SampleLog.forged(lines.get(8), more));
            tampered.addAll(second.lines());

            assertThat(verify(tampered).breach().map(Breach::toString))
                    .hasValueSatisfying(problem ->
                            assertThat(problem).contains("names another entry 11 of writer first than stands"));
        }
    }

    @Test
    void aMissingWriterIsFoundByTheWriterThatContinues() throws GeneralSecurityException {
        SampleLog second = new SampleLog("second", log).start(log).events(1).end();

        assertThat(verify(second.lines()).breach().map(Breach::toString))
                .contains("log:1: names writer first, of which there is no entry");
        assertThat(verify(List.of(), lines.get(8)).breach().map(Breach::toString))
                .contains("published:1: names writer first, of which there is no entry");
    }

    @Test
    void twoLogsSplicedAreFound() throws GeneralSecurityException {
        SampleLog other = new SampleLog("first", log).start().lost(1).events(7).checkpoint();
        SampleLog stranger = new SampleLog("second", log).start().events(8).checkpoint();
        List<String> sameWriter = new ArrayList<>(lines.subList(0, 3));
        sameWriter.addAll(other.lines().subList(3, 9));
        List<String> otherWriter = new ArrayList<>(lines.subList(0, 3));
        otherWriter.addAll(stranger.lines().subList(3, 9));

        assertThat(brokenLine(sameWriter)).isEqualTo(4);
        assertThat(brokenLine(otherWriter)).isEqualTo(4);
    }

    @Test
    void aCheckpointCannotBecomeAnEnd() throws GeneralSecurityException {
        List<String> tampered = new ArrayList<>(lines.subList(0, 5));
        String pretended = tampered.getLast().replace("\"Checkpoint\"", "\"ChainEnded\"");
        String content = pretended.substring(0, pretended.indexOf(",\"hash\""));
        tampered.set(4, ChainLine.ending(content).text());

        assertThat(verify(tampered).breach().map(Breach::toString))
                .contains("log:5: has a signature that does not fit its content");
    }

    @Test
    void nothingCanFollowAnEnd() throws GeneralSecurityException {
        log.end();
        List<String> tampered = new ArrayList<>(log.lines());
        tampered.addAll(SampleLog.forged(tampered.getLast(), 1));

        assertThat(brokenLine(tampered)).isEqualTo(13);
        assertThat(verify(log.lines()).openEnds()).isEmpty();
    }

    private int brokenLine(List<String> text) throws GeneralSecurityException {
        return (int) verify(text).breach().orElseThrow().place().line();
    }

    private Verdict verify(List<String> text, String... published) throws GeneralSecurityException {
        LogVerifier verifier = new LogVerifier(TrustedKeys.of(log.publicKey()), false);
        for (int i = 0; i < published.length; i++) {
            verifier.expect(new Place("published", i + 1), published[i]);
        }
        boolean more = true;
        for (int i = 0; more && i < text.size(); i++) {
            more = verifier.read(new Place("log", i + 1), text.get(i));
        }
        return verifier.verdict();
    }
}
