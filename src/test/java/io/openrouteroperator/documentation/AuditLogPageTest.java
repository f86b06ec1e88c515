package io.openrouteroperator.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.openrouteroperator.core.audit.Actor;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditObject;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.audit.chain.ChainHead;
import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema takes every line that can be written and nothing else; the page shows a real line and every action. */
class AuditLogPageTest {
    private static final Path PAGE = Path.of("docs/audit-log.md");
    private static final Path SCHEMA = Path.of("docs/audit-log.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00.123Z");

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);

    AuditLogPageTest() throws IOException {}

    @Test
    void schemaTakesWhatTheChainSaysOfItself() {
        SampleLog one = new SampleLog("one").start().events(1).checkpoint();
        List<String> lines = new ArrayList<>(one.lines());
        lines.addAll(
                new SampleLog("two", one).start(one).lost(3).events(2).end().lines());

        assertThat(lines)
                .hasSize(8)
                .allSatisfy(line -> assertThat(problems(line)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(AuditAction.class)
    void schemaTakesEveryActionWithEveryDetail(AuditAction action) {
        AuditEvent event = event(action);
        assertThat(problems(line(event))).isEmpty();
        for (Detail detail : Detail.values()) {
            event = event.with(detail, "ab".repeat(32));
        }
        assertThat(problems(line(event))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"action\":\"KeyRevoked\" -> \"action\":\"KeyStolen\"",
                "\"sequence\":1 -> \"sequence\":0",
                "\"kind\":\"Controller\" -> \"kind\":\"Robot\"",
                "\"reason\":\"Revoked\", -> ",
                "\"message\" -> \"note\"",
                "audit/v1 -> audit/v2",
            })
    void schemaTakesNothingElse(String change) {
        String[] parts = change.split(" -> ", -1);
        String line = line(event(AuditAction.KEY_REVOKED));
        assertThat(line).contains(parts[0]);

        assertThat(problems(line.replace(parts[0], parts[1]))).isNotEmpty();
    }

    @Test
    void schemaNamesEveryAction() throws IOException {
        JsonNode words = JSON.readTree(SCHEMA.toFile()).at("/$defs/event/properties/action/enum");
        assertThat(words)
                .map(JsonNode::asText)
                .containsExactlyElementsOf(Arrays.stream(AuditAction.values())
                        .map(AuditAction::word)
                        .toList());
    }

    @Test
    void pageExplainsEveryActionAndMember() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page)
                .contains(Arrays.stream(AuditAction.values())
                        .map(action -> "| `" + action.word() + "` |")
                        .toList())
                .contains(Arrays.stream(Detail.values())
                        .map(detail -> "`" + detail.member() + "`")
                        .toList());
    }

    @Test
    void pageShowsALineThatIsOne() throws IOException {
        String example = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("{\"schema\""))
                .findFirst()
                .orElseThrow();

        assertThat(ChainLine.parse(example).orElseThrow().isUnchanged()).isTrue();
        assertThat(problems(example)).isEmpty();
    }

    private List<String> problems(String line) {
        return schema.validate(line, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String line(AuditEvent event) {
        return ChainHead.before("operator-5d4f-x2.1764331200000")
                .next(NOW, event.action().word(), event.members())
                .text();
    }

    private static AuditEvent event(AuditAction action) {
        return new AuditEvent(
                Actor.controller("key"),
                action,
                new AuditObject("OpenRouterKey", "shop", "checkout", "0a1b2c3d-0000-4000-8000-000000000000"),
                "Revoked",
                "key serial 2 was disabled");
    }
}
