package io.openrouteroperator.openrouter.http;

import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** Switches of the JDK's HTTP client that would break our promises when somebody sets them for the whole process. */
final class JdkDefaults {
    private static final String REPEAT_POST = "jdk.httpclient.enableAllMethodRetry";
    private static final String LOG = "jdk.httpclient.HttpClient.log";
    private static final Set<String> LOGS_KEYS = Set.of("all", "headers", "frames", "content");

    private static final Pattern SEPARATOR = Pattern.compile("[,:]");

    private JdkDefaults() {}

    /** Throws an {@link IllegalStateException} that names the switch and what it would do. */
    static void check(Properties system) {
        String repeat = system.getProperty(REPEAT_POST);
        if (repeat != null && !repeat.equalsIgnoreCase("false")) {
            throw new IllegalStateException(
                    REPEAT_POST + " must not be set: a repeated create makes a second live key");
        }
        String log = system.getProperty(LOG, "").toLowerCase(Locale.ROOT);
        SEPARATOR
                .splitAsStream(log)
                .map(String::strip)
                .filter(LOGS_KEYS::contains)
                .forEach(part -> {
                    throw new IllegalStateException(LOG + "=" + part + " must not be set: it writes keys to the log");
                });
    }
}
