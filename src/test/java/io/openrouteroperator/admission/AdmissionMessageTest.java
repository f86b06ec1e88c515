package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What developers read, situation by situation: {@code in-<object>.yaml} is refused with {@code out-message.txt}. */
class AdmissionMessageTest {
    private static final Path FOLDER = Path.of("src/test/resources/AdmissionMessageTest");
    private static final Map<String, String> KEYS = Map.of(
            "stray", SampleKeys.service("stray"),
            "other", SampleKeys.service("other"),
            "managed", SampleKeys.service("managed"));

    private final WebhookServer webhook = new WebhookServer();

    @BeforeEach
    void declareTheCluster() {
        webhook.governance.namespace("orders", Map.of("openrouter-operator.io/governed", "true"));
        webhook.governance.key(new ManagedKey(
                new ObjectName("orders", "checkout"),
                "checkout-openrouter",
                "OPENROUTER_API_KEY",
                "internal",
                Set.of(SampleKeys.hashOf(SampleKeys.service("managed")))));
        webhook.governance.account("production", Set.of(new ObjectName("payments", "management")));
        for (String namespace : List.of("payments", "orders")) {
            webhook.secret(namespace, "stray", "key", SampleKeys.service("stray"));
        }
        webhook.configMap("stray-config", "litellm.yaml", "api_key: " + SampleKeys.service("stray"));
    }

    @AfterEach
    void stop() {
        webhook.close();
    }

    static List<Path> situations() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("situations")
    void tellsTheDeveloperWhatToDo(Path situation) throws Exception {
        JsonNode response = webhook.review(Reviews.create(input(situation)));
        assertThat(response.path("allowed").asBoolean()).isFalse();
        String message = response.at("/status/message").asText() + "\n";
        Path expected = situation.resolve("out-message.txt");
        if (System.getProperties().containsKey("golden.update")) {
            Files.writeString(expected, message);
        }
        assertThat(message).isEqualTo(Files.readString(expected));
        KEYS.values().forEach(key -> assertThat(response.toString()).doesNotContain(key));
    }

    private static String input(Path situation) throws IOException {
        try (Stream<Path> files = Files.list(situation)) {
            Path input = files.filter(file -> file.getFileName().toString().startsWith("in-"))
                    .findFirst()
                    .orElseThrow();
            String text = Files.readString(input);
            for (Map.Entry<String, String> key : KEYS.entrySet()) {
                text = text.replace("${" + key.getKey() + "}", key.getValue());
            }
            return text;
        }
    }
}
