package io.openrouteroperator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.openrouter.RemoteGuardrail;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardrailCallsTest {
    private static final String GUARDRAILS = "/api/v1/guardrails";
    private static final String ONE = GUARDRAILS + "/" + Samples.GUARDRAIL;

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void updateNamesEveryFieldAndResetsWhatIsNotOurs() {
        server.on("PATCH " + ONE, Reply.json(200, Samples.data(Samples.guardrail(""))));

        client.openRouter.updateGuardrail(Samples.GUARDRAIL, Samples.settings());

        assertThat(server.requests().getFirst().body())
                .isEqualTo(String.join(
                        "",
                        "{\"name\":\"corporate/confidential\",\"description\":\"Written by the operator.\",",
                        "\"limit_usd\":50,\"reset_interval\":\"weekly\",\"include_byok_in_budgets\":true,",
                        "\"allowed_providers\":[\"anthropic\",\"openai\"],\"ignored_providers\":null,",
                        "\"allowed_models\":[\"openai/gpt-5.2-20251211\"],\"ignored_models\":null,",
                        "\"enforce_zdr_anthropic\":true,\"enforce_zdr_openai\":true,\"enforce_zdr_google\":true,",
                        "\"enforce_zdr_xai\":true,\"enforce_zdr_other\":true,\"enable_paid_model_training\":false,",
                        "\"enable_free_model_training\":false,\"enable_free_model_publication\":false,\"content_filters\":null,",
                        "\"content_filter_builtins\":[{\"slug\":\"email\",\"action\":\"redact\"},",
                        "{\"slug\":\"phone\",\"action\":\"redact\"}]}"));
    }

    @Test
    void sendsNullListsOnlyWhereEverythingIsAllowed() {
        server.on("PATCH " + ONE, Reply.json(200, Samples.data(Samples.guardrail(""))));
        GuardrailSettings open = new GuardrailSettings(
                "n", "", null, AllowList.everything(), AllowList.everything(), false, true, true, List.of());

        client.openRouter.updateGuardrail(Samples.GUARDRAIL, open);

        assertThat(server.requests().getFirst().body())
                .contains("\"description\":null", "\"limit_usd\":null", "\"reset_interval\":null")
                .contains("\"allowed_providers\":null", "\"allowed_models\":null", "\"content_filter_builtins\":null")
                .contains("\"enforce_zdr_other\":false", "\"enable_paid_model_training\":true");
    }

    @Test
    void createSaysTheWorkspace() {
        server.on("POST " + GUARDRAILS, Reply.json(201, Samples.data(Samples.guardrail(""))));

        RemoteGuardrail created = client.openRouter.createGuardrail(Samples.WORKSPACE, Samples.settings());

        assertThat(created.id()).isEqualTo(Samples.GUARDRAIL);
        assertThat(server.requests().getFirst().body()).contains("\"workspace_id\":\"" + Samples.WORKSPACE + "\"");
    }

    @Test
    void whatWasWrittenReadsBackInSync() {
        RemoteGuardrail read = read("");

        assertThat(read.foreignSettings()).isEmpty();
        assertThat(read.isInSync(Samples.settings())).isTrue();
        assertThat(read.workspaceId()).isEqualTo(Samples.WORKSPACE);
    }

    @Test
    void budgetThatComesBackAsABinaryFractionIsInSync() {
        RemoteGuardrail read = read(",\"limit_usd\":49.99999999999999");

        assertThat(read.isInSync(Samples.settings())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ignored_providers               | [\"azure\"]",
                "ignored_models                  | [\"openai/gpt-4o-mini\"]",
                "content_filters                 | [{\"pattern\":\"x\",\"action\":\"block\"}]",
                "content_filter_builtins         | [{\"slug\":\"email\",\"action\":\"block\"}]",
                "content_filter_builtins         | [{\"slug\":\"email\",\"action\":\"summarise\"}]",
                "enforce_zdr_google              | false",
                "enforce_zdr_google              | null",
                "enable_free_model_training      | true",
                "include_byok_in_budgets         | false",
                "reset_interval                  | \"fortnightly\"",
                "allowed_data_regions            | [\"europe\"]",
                "allow_safety_retention_google   | false"
            })
    void seesWhatOurSettingsCannotSay(String field, String value) {
        RemoteGuardrail read = read(",\"" + field + "\":" + value);

        assertThat(read.foreignSettings()).containsExactly(field);
        assertThat(read.isInSync(Samples.settings())).isFalse();
    }

    @Test
    void readsNullListsAndEmptyListsAsEverything() {
        RemoteGuardrail read = read(",\"allowed_providers\":null,\"allowed_models\":[]");

        assertThat(read.settings().providers()).isEqualTo(AllowList.everything());
        assertThat(read.settings().models()).isEqualTo(AllowList.everything());
    }

    @Test
    void readsTheMinimalGuardrailOfTheDescription() {
        server.on(
                "GET " + ONE,
                Reply.json(
                        200,
                        Samples.data("{\"id\":\"g\",\"name\":\"n\",\"include_byok_in_budgets\":true,"
                                + "\"created_at\":\"2026-11-20T10:30:00Z\",\"workspace_id\":null}")));

        RemoteGuardrail read =
                client.openRouter.findGuardrail(Samples.GUARDRAIL).orElseThrow();

        assertThat(read.workspaceId()).isNull();
        assertThat(read.settings().zeroDataRetention()).isFalse();
        assertThat(read.settings().training()).isTrue();
        assertThat(read.foreignSettings()).isEmpty();
    }

    @Test
    void groupsThatSayNothingFollowTheOlderOverallFlag() {
        String silent = Samples.guardrail("")
                .replaceAll("\"enforce_zdr_[a-z]+\":true,", "")
                .replace("\"enforce_zdr\":null", "\"enforce_zdr\":true");
        server.on("GET " + ONE, Reply.json(200, Samples.data(silent)));

        assertThat(client.openRouter
                        .findGuardrail(Samples.GUARDRAIL)
                        .orElseThrow()
                        .settings()
                        .zeroDataRetention())
                .isTrue();
    }

    @Test
    void resetsNewerFieldsOnlyAfterTheServerHasShownThem() {
        server.on(
                "PATCH " + ONE,
                Reply.json(200, Samples.data(Samples.guardrail(",\"allowed_data_regions\":[\"europe\"]"))),
                Reply.json(200, Samples.data(Samples.guardrail(",\"allowed_data_regions\":null"))));

        RemoteGuardrail updated = client.openRouter.updateGuardrail(Samples.GUARDRAIL, Samples.settings());

        assertThat(updated.foreignSettings()).isEmpty();
        assertThat(server.requests().get(0).body()).doesNotContain("allowed_data_regions");
        assertThat(server.requests().get(1).body()).contains("\"allowed_data_regions\":null", "\"limit_usd\":50");
    }

    @Test
    void findsNothingForADefaultGuardrailNeverChanged() {
        server.on("GET " + ONE, Reply.error(404, "Guardrail not found"));

        assertThat(client.openRouter.findGuardrail(Samples.GUARDRAIL)).isEmpty();
    }

    @Test
    void deletingAGuardrailAlreadyGoneIsSuccess() {
        server.on("DELETE " + ONE, Reply.error(404, "Guardrail not found"));

        client.openRouter.deleteGuardrail(Samples.GUARDRAIL);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void listsGuardrailsOfTheWorkspaceByName() {
        server.on("GET " + GUARDRAILS, Samples.page(1, Samples.guardrail("")));

        assertThat(client.openRouter.listGuardrails(Samples.WORKSPACE)).hasSize(1);
        assertThat(server.requests().getFirst().query()).containsEntry("workspace_id", Samples.WORKSPACE);
    }

    private RemoteGuardrail read(String differently) {
        server.on("GET " + ONE, Reply.json(200, Samples.data(Samples.guardrail(differently))));
        return client.openRouter.findGuardrail(Samples.GUARDRAIL).orElseThrow();
    }
}
