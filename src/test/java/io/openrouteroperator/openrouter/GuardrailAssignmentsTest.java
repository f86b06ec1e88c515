package io.openrouteroperator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.key.KeyHash;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which keys a guardrail is assigned to, asked and told page by page. */
class GuardrailAssignmentsTest {
    private static final String ASSIGNMENTS = "/api/v1/guardrails/" + Samples.GUARDRAIL + "/assignments/keys";
    private static final String MEMBERS = "/api/v1/guardrails/" + Samples.GUARDRAIL + "/assignments/members";

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shortAssignmentPageIsNotTheLast() {
        server.on(
                "GET " + ASSIGNMENTS,
                Samples.page(150, Samples.assignment(Samples.hash(1), Samples.GUARDRAIL)),
                Samples.page(150, Samples.assignment(Samples.hash(2), Samples.GUARDRAIL)));

        assertThat(client.openRouter.isAssigned(Samples.GUARDRAIL, Samples.hash(2)))
                .isTrue();
        assertThat(server.requests())
                .extracting(request -> request.query().get("offset"))
                .containsExactly("0", "100");
    }

    @Test
    void readsNoFurtherThanTheKeyItLooksFor() {
        server.on("GET " + ASSIGNMENTS, Samples.page(150, Samples.assignment(Samples.hash(1), Samples.GUARDRAIL)));

        assertThat(client.openRouter.isAssigned(Samples.GUARDRAIL, Samples.hash(1)))
                .isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aMemberBindsAGuardrailAsAKeyDoes() {
        server.on("GET " + ASSIGNMENTS, Samples.page(0));
        server.on("GET " + MEMBERS, Samples.page(0), Samples.page(1, "{\"id\":\"a\",\"user_id\":\"user_ann\"}"));

        assertThat(client.openRouter.isBound(Samples.GUARDRAIL)).isFalse();
        assertThat(client.openRouter.isBound(Samples.GUARDRAIL)).isTrue();
    }

    @Test
    void aKeyBehindRowsOfDeletedOnesBindsAGuardrail() {
        server.on(
                "GET " + ASSIGNMENTS,
                Samples.page(150),
                Samples.page(150, Samples.assignment(Samples.hash(2), Samples.GUARDRAIL)));

        assertThat(client.openRouter.isBound(Samples.GUARDRAIL)).isTrue();
    }

    @Test
    void readsAssignmentsRepeatedByShiftingPagesOnce() {
        String row = Samples.assignment(Samples.hash(1), Samples.GUARDRAIL);
        server.on("GET /api/v1/guardrails/assignments/keys", Samples.page(2, row, row));

        assertThat(client.openRouter.assignments()).isEqualTo(Map.of(Samples.hash(1), Samples.GUARDRAIL));
    }

    @Test
    void reportsHowManyKeysWereReallyAssigned() {
        server.on("POST " + ASSIGNMENTS, Reply.json(200, "{\"assigned_count\":1}"));

        assertThat(client.openRouter.assignKeys(Samples.GUARDRAIL, Set.of(Samples.hash(1), Samples.hash(2))))
                .isEqualTo(1);
    }

    @Test
    void assignsManyKeysInModestBatches() {
        server.on(
                "POST " + ASSIGNMENTS,
                Reply.json(200, "{\"assigned_count\":100}"),
                Reply.json(200, "{\"assigned_count\":20}"));
        Set<KeyHash> many = IntStream.range(0, 120).mapToObj(Samples::hash).collect(Collectors.toSet());

        assertThat(client.openRouter.assignKeys(Samples.GUARDRAIL, many)).isEqualTo(120);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void assigningNothingAsksNobody() {
        assertThat(client.openRouter.assignKeys(Samples.GUARDRAIL, Set.of())).isZero();
        assertThat(server.requests()).isEmpty();
    }
}
