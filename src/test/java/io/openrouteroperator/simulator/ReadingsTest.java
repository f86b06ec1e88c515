package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.simulator.policy.DefaultGuardrailScope;
import io.openrouteroperator.simulator.resource.Readings;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The readings between which the documentation leaves a choice. */
class ReadingsTest {

    @ParameterizedTest
    @EnumSource
    void coversUnassignedKeysInBothReadings(DefaultGuardrailScope scope) {
        try (Simulator simulator = start(Readings.USUAL.withScope(scope))) {
            ApiClient api = ApiClient.manager(simulator);
            allowOnlyAzureByDefault(api);

            String key =
                    api.post("/keys", "{\"name\":\"one\"}").body().path("key").asText();
            assertThat(api.as(key).get("/models/user").data())
                    .noneMatch(model -> model.path("id").asText().startsWith("anthropic/"));
        }
    }

    @Test
    void sparesAssignedKeysInTheNarrowReading() {
        assertThat(seesAnthropicUnderItsOwnGuardrail(DefaultGuardrailScope.UNASSIGNED_ONLY))
                .isTrue();
        assertThat(seesAnthropicUnderItsOwnGuardrail(DefaultGuardrailScope.ALL_TRAFFIC))
                .isFalse();
    }

    @Test
    void listsAConfiguredDefaultGuardrailIfSoRead() {
        try (Simulator simulator = start(Readings.USUAL.withDefaultGuardrailListed(true))) {
            ApiClient api = ApiClient.manager(simulator);
            assertThat(api.get("/guardrails").data()).isEmpty();
            allowOnlyAzureByDefault(api);
            assertThat(api.get("/guardrails").data()).hasSize(1);
        }
    }

    @Test
    void spellsTimesOfAnalyticsAsReportedIfSoRead() {
        try (Simulator simulator = start(Readings.USUAL.withAnalyticsTimesAsReported(true))) {
            simulator.time().freeze(Instant.parse("2026-11-24T12:30:00Z"));
            ApiClient api = ApiClient.manager(simulator);
            String key =
                    api.post("/keys", "{\"name\":\"one\"}").body().path("key").asText();
            api.as(key)
                    .post(
                            "/chat/completions",
                            "{\"model\":\"openai/gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}");

            assertThat(timeOfOnlyRow(api, "day")).isEqualTo("2026-11-24");
            assertThat(timeOfOnlyRow(api, "hour")).isEqualTo("2026-11-24 12:00:00");
        }
    }

    private static String timeOfOnlyRow(ApiClient api, String granularity) {
        return api.post("/analytics/query", "{\"metrics\":[\"request_count\"],\"granularity\":\"" + granularity + "\"}")
                .data()
                .at("/data/0/date__" + granularity)
                .asText();
    }

    @Test
    void clearsOmittedCollectionsIfSoRead() {
        try (Simulator simulator = start(Readings.USUAL.withOmittedCollectionsCleared(true))) {
            ApiClient api = ApiClient.manager(simulator);
            String id = api.post("/guardrails", "{\"name\":\"one\",\"allowed_providers\":[\"azure\"]}")
                    .data()
                    .path("id")
                    .asText();

            assertThat(api.patch("/guardrails/" + id, "{\"name\":\"two\"}")
                            .data()
                            .path("allowed_providers")
                            .isNull())
                    .isTrue();
        }
    }

    @Test
    void refusesUnknownProvidersIfSoRead() {
        String body = "{\"name\":\"one\",\"allowed_providers\":[\"no-such-provider\"]}";
        try (Simulator strict = start(Readings.USUAL.withUnknownProvidersRefused(true));
                Simulator usual = start(Readings.USUAL)) {
            assertThat(ApiClient.manager(strict).post("/guardrails", body).status())
                    .isEqualTo(400);
            assertThat(ApiClient.manager(usual).post("/guardrails", body).status())
                    .isEqualTo(201);
        }
    }

    private static boolean seesAnthropicUnderItsOwnGuardrail(DefaultGuardrailScope scope) {
        try (Simulator simulator = start(Readings.USUAL.withScope(scope))) {
            ApiClient api = ApiClient.manager(simulator);
            allowOnlyAzureByDefault(api);
            ApiClient.Reply key = api.post("/keys", "{\"name\":\"one\"}");
            String guardrail = api.post("/guardrails", "{\"name\":\"own\"}")
                    .data()
                    .path("id")
                    .asText();
            api.post(
                    "/guardrails/" + guardrail + "/assignments/keys",
                    "{\"key_hashes\":[\"" + key.data().path("hash").asText() + "\"]}");
            for (var model :
                    api.as(key.body().path("key").asText()).get("/models/user").data()) {
                if (model.path("id").asText().startsWith("anthropic/")) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void allowOnlyAzureByDefault(ApiClient api) {
        String id = api.get("/workspaces/default")
                .data()
                .path("default_guardrail_id")
                .asText();
        api.patch("/guardrails/" + id, "{\"allowed_providers\":[\"azure\"]}");
    }

    private static Simulator start(Readings readings) {
        return Simulator.start(SimulatorOptions.usual().withReadings(readings));
    }
}
