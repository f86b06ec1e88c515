package io.openrouteroperator.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.simulator.contract.Violation.Part;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    private static final String ID = "7d1c5a52-0f3e-4b7a-9f49-5a6f0f6f1c11";
    private static final String KEY = """
            {"hash":"ab","name":"orders","label":"sk-or-v1-0e6...1c9","disabled":false,"limit":5.5,"limit_remaining":5.5,
             "limit_reset":null,"include_byok_in_limit":false,"usage":0,"usage_daily":0,"usage_weekly":0,"usage_monthly":0,
             "byok_usage":0,"byok_usage_daily":0,"byok_usage_weekly":0,"byok_usage_monthly":0,"created_at":"2026-11-24T20:00:00Z",
             "updated_at":null,"expires_at":"2026-12-24T20:00:07Z","creator_user_id":null,"workspace_id":"w"%s}""";

    private static final Contract EXACT = Contract.load();
    private static final Contract TOLERANT = Contract.load(Reading.TOLERANT);

    @ParameterizedTest
    @CsvSource({
        "GET, /keys, /keys",
        "patch, /keys/abc, /keys/{hash}",
        "GET, /guardrails/assignments/keys, /guardrails/assignments/keys",
        "POST, /guardrails/x/assignments/keys/remove, /guardrails/{id}/assignments/keys/remove",
        "GET, /models/openai/gpt-5:free/endpoints, /models/{author}/{slug}/endpoints"
    })
    void findsTheOperationOfAPath(String method, String path, String template) {
        assertThat(EXACT.operation(method, path)).map(Operation::path).contains(template);
    }

    @ParameterizedTest
    @CsvSource({"PUT, /keys", "GET, /auth/key", "GET, /keys/a/b", "GET, /keys/"})
    void knowsNoOperationForOtherRequests(String method, String path) {
        assertThat(EXACT.operation(method, path)).isEmpty();
    }

    @Test
    void everySchemaOfEveryOperationCompiles() {
        for (Operation operation : EXACT.operations()) {
            URI target = URI.create(operation.path().replaceAll("\\{\\w+}", ID));
            operation.checkRequest(target, "[]");
            for (int status : List.of(200, 201, 400, 401, 403, 404, 429, 500)) {
                assertThat(operation.checkResponse(status, "[]"))
                        .as("%s %s", operation, status)
                        .isNotEmpty();
            }
        }
        assertThat(EXACT.operations()).hasSizeGreaterThan(35);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\"}",
                "{\"name\":\"a\",\"limit\":0,\"limit_reset\":null,\"expires_at\":\"2026-12-01T00:00:00Z\",\"creator_user_id\":null}",
                "{\"name\":\"a\",\"limit\":null,\"limit_reset\":\"monthly\",\"include_byok_in_limit\":true,\"workspace_id\":\""
                        + ID + "\"}"
            })
    void acceptsKeyCreation(String body) {
        assertThat(request("POST", "/keys", body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                             |           | required",
                "{\"name\":\"\"}                                | /name     | minLength",
                "{\"name\":\"a\",\"limit\":\"5\"}               | /limit    | type",
                "{\"name\":\"a\",\"limit_reset\":\"yearly\"}    | /limit_reset | enum",
                "{\"name\":\"a\",\"disabled\":true}             |           | additionalProperties",
                "{\"name\":\"a\",\"expires_at\":\"2026-12-01T00:00Z\"} | /expires_at | format",
                "{\"name\":\"a\",\"workspace_id\":\"default\"}  | /workspace_id | format",
                "{\"name\":                                     |           | json"
            })
    void refusesKeyCreation(String body, @Nullable String pointer, String keyword) {
        assertThat(request("POST", "/keys", body))
                .singleElement()
                .returns(Part.REQUEST_BODY, Violation::part)
                .returns(pointer == null ? "" : pointer, Violation::pointer)
                .returns(keyword, Violation::keyword);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowed_providers", "ignored_providers", "allowed_models", "ignored_models"})
    void refusesEmptyListsInGuardrailsButTakesNull(String field) {
        String target = "/guardrails/" + ID;
        assertThat(request("PATCH", target, "{\"" + field + "\":null}")).isEmpty();
        assertThat(request("PATCH", target, "{\"" + field + "\":[]}"))
                .singleElement()
                .returns("minItems", Violation::keyword)
                .returns("/" + field, Violation::pointer);
    }

    @Test
    void refusesAMissingOrAnUnexpectedBody() {
        assertThat(request("POST", "/keys", null))
                .extracting(Violation::keyword)
                .containsExactly("missing");
        assertThat(request("GET", "/keys", "{}")).extracting(Violation::keyword).containsExactly("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "/guardrails?limit=100&offset=0, ",
        "/guardrails?limit=101, maximum",
        "/guardrails?limit=0, minimum",
        "/guardrails?limit=ten, type",
        "/guardrails?limit=1&limit=2, repeated",
        "/guardrails?workspace_id=default, format",
        "/guardrails?page=2, unknown",
        "/keys?offset=100&include_disabled=true&include_expired=true, ",
        "/keys?offset=-1, minimum",
        "/guardrails/not-a-uuid, format",
        "/generation, missing",
        "/models?max_price=0.5&region=eu&zdr=true, ",
        "/models?region=europe, enum"
    })
    void judgesParameters(String target, @Nullable String keyword) {
        assertThat(request("GET", target, null))
                .extracting(Violation::keyword)
                .isEqualTo(keyword == null ? List.of() : List.of(keyword));
    }

    @Test
    void acceptsACreatedKeyOnlyWithItsPlaintextAtTheTopLevel() {
        String key = KEY.formatted("");
        assertThat(response("POST", "/keys", 201, "{\"data\":" + key + ",\"key\":\"sk-or-v1-0\"}"))
                .isEmpty();
        assertThat(response("POST", "/keys", 201, "{\"data\":" + key + "}"))
                .singleElement()
                .returns("required", Violation::keyword);
    }

    @Test
    void refusesUnknownFieldsInAnswersOnlyInTheExactReading() {
        String body = "{\"data\":" + KEY.formatted(",\"colour\":\"red\"") + "}";
        assertThat(EXACT.operation("GET", "/keys/ab").orElseThrow().checkResponse(200, body))
                .singleElement()
                .returns("additionalProperties", Violation::keyword)
                .matches(Violation::isUnknownAddition);
        assertThat(TOLERANT.operation("GET", "/keys/ab").orElseThrow().checkResponse(200, body))
                .isEmpty();
    }

    @Test
    void refusesUnknownEnumValuesInAnswersOnlyInTheExactReading() {
        String body =
                "{\"data\":[{\"name\":\"A\",\"slug\":\"a\",\"privacy_policy_url\":null,\"datacenters\":[\"DE\",\"XX\"]}]}";
        assertThat(EXACT.operation("GET", "/providers").orElseThrow().checkResponse(200, body))
                .singleElement()
                .returns("/data/0/datacenters/1", Violation::pointer);
        assertThat(TOLERANT.operation("GET", "/providers").orElseThrow().checkResponse(200, body))
                .isEmpty();
    }

    @Test
    void refusesAnswersWithStatusesThatAreNotForeseen() {
        assertThat(response("GET", "/keys", 418, "{}"))
                .extracting(Violation::part)
                .containsExactly(Part.STATUS);
    }

    @Test
    void readsErrorBodies() {
        String error = "{\"error\":{\"code\":404,\"message\":\"gone\",\"metadata\":{\"any\":1}},\"user_id\":null}";
        assertThat(response("GET", "/keys/ab", 404, error)).isEmpty();
        assertThat(response("GET", "/keys/ab", 404, "{\"error\":\"gone\"}")).isNotEmpty();
    }

    private static List<Violation> request(String method, String target, @Nullable String body) {
        URI uri = URI.create(target);
        return EXACT.operation(method, uri.getPath()).orElseThrow().checkRequest(uri, body);
    }

    private static List<Violation> response(String method, String path, int status, String body) {
        return EXACT.operation(method, path).orElseThrow().checkResponse(status, body);
    }
}
