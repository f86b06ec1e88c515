package io.openrouteroperator.openrouter.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkDefaultsTest {
    private static final String PREFIX = "jdk.httpclient.";

    @ParameterizedTest
    @CsvSource({
        "enableAllMethodRetry, ''",
        "enableAllMethodRetry, true",
        "HttpClient.log, headers",
        "HttpClient.log, 'errors,ALL'",
        "HttpClient.log, 'frames:control'"
    })
    void refusesSwitchesThatRepeatCreatesOrLogKeys(String name, String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> JdkDefaults.check(properties(name, value)))
                .withMessageContaining(PREFIX + name);
    }

    @ParameterizedTest
    @CsvSource({"enableAllMethodRetry, false", "HttpClient.log, errors", "HttpClient.log, ''", "connectionPoolSize, 5"})
    void acceptsHarmlessSwitches(String name, String value) {
        assertThatCode(() -> JdkDefaults.check(properties(name, value))).doesNotThrowAnyException();
    }

    private static Properties properties(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(PREFIX + name, value);
        return properties;
    }
}
