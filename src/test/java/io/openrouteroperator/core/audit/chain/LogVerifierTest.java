package io.openrouteroperator.core.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrouteroperator.core.audit.chain.Verdict.OpenEnd;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is whole, and what a verdict says that it does not prove. */
class LogVerifierTest {
    private final SampleLog one = new SampleLog("one").start().events(2).checkpoint();
    private final SampleLog two = new SampleLog("two", one).start(one).events(2).checkpoint();

    @Test
    void chainsOfSeveralWritersMayAlternate() {
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < one.lines().size(); i++) {
            mixed.add(one.lines().get(i));
            mixed.add(two.lines().get(i));
        }

        Verdict verdict = verify(mixed, false);

        assertThat(verdict.breach()).isEmpty();
        assertThat(verdict.writers()).isEqualTo(2);
    }

    @Test
    void theSuccessorProvesTheEndOfItsPredecessorOnly() {
        List<String> both = new ArrayList<>(one.lines());
        both.addAll(two.lines());

        assertThat(verify(both, false).openEnds()).containsExactly(new OpenEnd("two", 0));
    }

    @Test
    void aPartialLogMayBeginInTheMiddleAndReferToWhatIsElsewhere() {
        assertThat(verify(one.lines().subList(1, 4), false).breach()).isPresent();
        assertThat(verify(one.lines().subList(1, 4), true).breach()).isEmpty();
        assertThat(verify(two.lines(), false).breach()).isPresent();
        assertThat(verify(two.lines(), true).breach()).isEmpty();
    }

    @Test
    void eventsThatTheOperatorLostAreCounted() {
        assertThat(verify(one.lost(7).events(1).lost(2).lines(), false).lost()).isEqualTo(9);
    }

    @Test
    void signaturesOfUnknownKeysAreNotBelieved() throws GeneralSecurityException {
        LogVerifier verifier = new LogVerifier(TrustedKeys.of(new SampleLog("other").publicKey()), false);
        feed(verifier, one.lines());

        assertThat(verifier.verdict().breach().orElseThrow().problem())
                .isEqualTo("is signed by key " + one.keyId() + ", which is not among the public keys given");
    }

    @Test
    void severalPublicKeysCountAtOnce() throws GeneralSecurityException {
        SampleLog other = new SampleLog("other").start().checkpoint();
        LogVerifier verifier = new LogVerifier(TrustedKeys.of(other.publicKey() + one.publicKey()), false);
        feed(verifier, one.lines());
        feed(verifier, other.lines());

        assertThat(verifier.verdict().breach()).isEmpty();
        assertThat(verifier.verdict().checkpoints()).isEqualTo(2);
    }

    @Test
    void onlyCheckpointsAreWitnesses() {
        LogVerifier verifier = new LogVerifier(null, false);
        verifier.expect(new Place("published", 1), one.lines().getFirst());

        assertThat(verifier.verdict().breach()).contains(new Breach(new Place("published", 1), "is no checkpoint"));
    }

    @Test
    void textWithoutPublicKeyIsRefused() {
        assertThatThrownBy(() -> TrustedKeys.of("-----BEGIN CERTIFICATE-----"))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static Verdict verify(List<String> lines, boolean partial) {
        LogVerifier verifier = new LogVerifier(null, partial);
        feed(verifier, lines);
        return verifier.verdict();
    }

    private static void feed(LogVerifier verifier, List<String> lines) {
        boolean more = true;
        for (int i = 0; more && i < lines.size(); i++) {
            more = verifier.read(new Place("log", i + 1), lines.get(i));
        }
    }
}
