package io.openrouteroperator.core.verification;

import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.ServedRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a probe proves.
 *
 * @param detail a sentence, with OpenRouter's own words where there are any
 */
public record ProbeVerdict(Question question, Result result, String detail) {
    /** OpenRouter refuses with the same statuses where money has run out (API document, section 9). */
    private static final Pattern MONEY = Pattern.compile("(?i)limit exceeded|budget|credit");

    /** How it went. */
    public enum Result {
        /** The answer was the one it must be. */
        PASS,
        /** It was not. */
        FAIL,
        /** The answer proves nothing. */
        UNKNOWN,
        /** There was nothing to ask. */
        NOT_APPLICABLE
    }

    /** There was nothing to ask. */
    public static ProbeVerdict of(Probe.Pointless pointless) {
        return new ProbeVerdict(pointless.question(), Result.NOT_APPLICABLE, pointless.reason());
    }

    /** The request was served. */
    public static ProbeVerdict served(Probe.Ask asked, ServedRequest served, Set<String> approvedNames) {
        String by = served.provider() == null ? "" : " by " + served.provider();
        String cost =
                served.usd() == null ? "" : " for %s USD".formatted(served.usd().toPlainString());
        String words = "%s was served%s%s".formatted(served.model(), by, cost);
        if (asked.question().mustBeRefused()) {
            return new ProbeVerdict(asked.question(), Result.FAIL, wanted(asked) + ": " + words);
        }
        if (served.provider() == null || approvedNames.isEmpty()) {
            return new ProbeVerdict(asked.question(), Result.PASS, words);
        }
        boolean approved = approvedNames.contains(served.provider());
        return new ProbeVerdict(
                asked.question(),
                approved ? Result.PASS : Result.FAIL,
                approved ? words : words + ", who is not approved");
    }

    /** The request was not served. */
    public static ProbeVerdict refused(Probe.Ask asked, Failure failure) {
        String words = wanted(asked) + ": " + failure.message();
        if (!asked.question().mustBeRefused()) {
            return new ProbeVerdict(asked.question(), isRefusal(failure) ? Result.FAIL : Result.UNKNOWN, words);
        }
        return new ProbeVerdict(asked.question(), isRefusal(failure) ? Result.PASS : Result.UNKNOWN, words);
    }

    private static boolean isRefusal(Failure failure) {
        return switch (failure) {
            case Failure.NotFound _ -> true;
            case Failure.Forbidden(String message) -> !MONEY.matcher(message).find();
            case Failure.Unauthorized _,
                    Failure.PaymentRequired _,
                    Failure.Rejected _,
                    Failure.RateLimited _,
                    Failure.KeyChangesExhausted _,
                    Failure.ServerError _,
                    Failure.Unreachable _,
                    Failure.AnswerLost _ -> false;
        };
    }

    private static String wanted(Probe.Ask asked) {
        @Nullable String provider = asked.provider();
        return provider == null ? asked.model() : asked.model() + " at " + provider;
    }
}
