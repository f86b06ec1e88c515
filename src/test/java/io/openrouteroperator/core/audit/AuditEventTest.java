package io.openrouteroperator.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.core.audit.chain.ChainHead;
import io.openrouteroperator.core.audit.chain.ChainLine;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of text that somebody else chose. */
class AuditEventTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String KEY = "sk-or-v1-" + "0123456789abcdef".repeat(4);

    @Test
    void saysWhoDidWhatToWhatAndWhy() throws IOException {
        JsonNode line = line(event("checkout", "its owner asked for another key")
                .with(Detail.KEY_HASH, "ab".repeat(32))
                .with(Detail.POLICY, "corporate")
                .with(Detail.REQUEST_ID, null));

        assertThat(line.path("action").asText()).isEqualTo("KeyRevoked");
        assertThat(line.path("actor")).isEqualTo(JSON.readTree("""
                {"kind": "ServiceAccount", "name": "shop:deployer"}"""));
        assertThat(line.path("object")).isEqualTo(JSON.readTree("""
                {"kind": "OpenRouterKey", "namespace": "shop", "name": "checkout", "uid": "u-1"}"""));
        assertThat(line.path("reason").asText()).isEqualTo("Revoked");
        assertThat(line.path("message").asText()).isEqualTo("its owner asked for another key");
        assertThat(line.path("keyHash").asText()).isEqualTo("ab".repeat(32));
        assertThat(line.path("policy").asText()).isEqualTo("corporate");
        assertThat(line.has("requestId")).isFalse();
    }

    @Test
    void keysInNamesAndMessagesAreMasked() {
        String text = event(KEY, "found " + KEY).members();

        assertThat(text).doesNotContain("0123456789abcdef").contains("sk-or-v1-");
    }

    @Test
    void aKeyIsNotCutInHalfInsteadOfMasked() {
        assertThat(event("x", "y".repeat(960) + KEY).members()).doesNotContain("0123456789abcdef");
    }

    @Test
    void textOfOthersIsOneLineOfAsciiWithoutControl() throws IOException {
        String hostile = "\u001b[31mred\r\n\",\"hash\":\"" + "0".repeat(64) + "\"}\u202e\u0000\ud83d\ude00\\";

        ChainLine line = chained(event(hostile, hostile));

        assertThat(line.text()).matches("[ -~]+");
        assertThat(line.isUnchanged()).isTrue();
        assertThat(JSON.readTree(line.text()).path("message").asText()).isEqualTo(hostile);
        assertThat(JSON.readTree(line.text()).path("object").path("name").asText())
                .isEqualTo(hostile);
    }

    @Test
    void textOfOthersIsBounded() throws IOException {
        AuditEvent event = event("n".repeat(100_000), "\ud83d\ude00".repeat(50_000));

        assertThat(event.message()).hasSizeLessThanOrEqualTo(1000).endsWith("...");
        JsonNode line = line(event);
        assertThat(line.path("object").path("name").asText()).hasSize(253).endsWith("...");
        assertThat(line.path("message").asText()).startsWith("\ud83d\ude00").doesNotContain("\ud83d...");
    }

    private static AuditEvent event(String name, String message) {
        return new AuditEvent(
                Actor.user("system:serviceaccount:shop:deployer"),
                AuditAction.KEY_REVOKED,
                new AuditObject("OpenRouterKey", "shop", name, "u-1"),
                "Revoked",
                message);
    }

    private static JsonNode line(AuditEvent event) throws IOException {
        return JSON.readTree(chained(event).text());
    }

    private static ChainLine chained(AuditEvent event) {
        return ChainHead.before("one").next(NOW, event.action().word(), event.members());
    }
}
