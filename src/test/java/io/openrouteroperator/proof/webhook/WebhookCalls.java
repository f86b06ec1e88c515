package io.openrouteroperator.proof.webhook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often the API server has called our webhooks, by its own count.
 *
 * @param ground its cluster
 */
record WebhookCalls(WebhookGround ground) {
    private static final Pattern COUNT =
            Pattern.compile("(?m)^apiserver_admission_webhook_admission_duration_seconds_count\\{.*"
                    + "name=\"[a-z]+\\.admission\\.openrouter-operator\\.io\".*} (\\d+)$");

    /** Calls so far. */
    long count() {
        Matcher counts = COUNT.matcher(ground.client().raw("/metrics"));
        long sum = 0;
        while (counts.find()) {
            sum += Long.parseLong(counts.group(1));
        }
        return sum;
    }

    /** Calls that something caused; nobody else may do anything meanwhile. */
    long during(Runnable something) {
        long before = count();
        something.run();
        return count() - before;
    }
}
