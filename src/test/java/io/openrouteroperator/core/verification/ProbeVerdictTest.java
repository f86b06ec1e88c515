package io.openrouteroperator.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.ServedRequest;
import io.openrouteroperator.core.verification.Probe.Ask;
import io.openrouteroperator.core.verification.ProbeVerdict.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an answer proves. */
class ProbeVerdictTest {
    private static final Ask OUTSIDE = new Ask(Question.OUTSIDE_PROVIDER, "a/cheap", "azure");
    private static final Ask ALLOWED = new Ask(Question.ALLOWED, "a/cheap", null);
    private static final ServedRequest SERVED = new ServedRequest("a/cheap", "Azure", new BigDecimal("0.000012"));

    /** Statuses that say nothing about the class. */
    static Stream<Failure> proveNothing() {
        return Stream.of(
                new Failure.Unauthorized("no"),
                new Failure.Forbidden("Key limit exceeded (monthly limit)"),
                new Failure.PaymentRequired("Insufficient credits"),
                new Failure.Rejected(400, "no such model"),
                new Failure.RateLimited("later", null),
                new Failure.KeyChangesExhausted("later", null, Instant.EPOCH),
                new Failure.ServerError(502, "bad gateway"),
                new Failure.Unreachable("no route"),
                new Failure.AnswerLost("reset"));
    }

    @Test
    void whatMustBeRefusedPassesWhenItIs() {
        assertThat(ProbeVerdict.refused(OUTSIDE, new Failure.NotFound("No endpoints available")))
                .isEqualTo(new ProbeVerdict(
                        Question.OUTSIDE_PROVIDER, Result.PASS, "a/cheap at azure: No endpoints available"));
        assertThat(ProbeVerdict.refused(OUTSIDE, new Failure.Forbidden("blocked by guardrail"))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void whatMustBeRefusedFailsWhenItIsServed() {
        assertThat(ProbeVerdict.served(OUTSIDE, SERVED, Set.of()))
                .isEqualTo(new ProbeVerdict(
                        Question.OUTSIDE_PROVIDER,
                        Result.FAIL,
                        "a/cheap at azure: a/cheap was served by Azure for 0.000012 USD"));
    }

    @ParameterizedTest
    @MethodSource("proveNothing")
    void otherFailuresProveNothing(Failure failure) {
        assertThat(ProbeVerdict.refused(OUTSIDE, failure).result()).isEqualTo(Result.UNKNOWN);
        assertThat(ProbeVerdict.refused(ALLOWED, failure).result()).isEqualTo(Result.UNKNOWN);
    }

    @Test
    void whatIsAllowedFailsWhenSomebodyElseServesIt() {
        assertThat(ProbeVerdict.served(ALLOWED, SERVED, Set.of("OpenAI")))
                .extracting(ProbeVerdict::result, ProbeVerdict::detail)
                .containsExactly(Result.FAIL, "a/cheap was served by Azure for 0.000012 USD, who is not approved");
        assertThat(ProbeVerdict.served(ALLOWED, SERVED, Set.of("Azure")).result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void whatIsAllowedFailsWhenItIsRefused() {
        assertThat(ProbeVerdict.refused(ALLOWED, new Failure.NotFound("no endpoints"))
                        .result())
                .isEqualTo(Result.FAIL);
    }
}
