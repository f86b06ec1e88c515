package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.ContentFilter;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Objects and the JSON that OpenRouter would say them in. */
final class Samples {
    static final String WORKSPACE = "0df9e665-0000-4000-8000-000000000001";
    static final String GUARDRAIL = "550e8400-0000-4000-8000-000000000002";
    static final SecretValue KEY = SecretValue.of("sk-or-v1-" + "ab".repeat(32));

    private Samples() {}

    static KeyHash hash(int number) {
        return SecretValue.of("key-" + number).hash();
    }

    static KeyRequest keyRequest() {
        return new KeyRequest(
                "k8s/prod/shop/checkout/1a2b3c4d-2-xyz",
                SpendLimit.nothing(ResetInterval.WEEKLY),
                Instant.parse("2027-03-01T23:59:00Z"),
                WORKSPACE);
    }

    static GuardrailSettings settings() {
        return new GuardrailSettings(
                "corporate/confidential",
                "Written by the operator.",
                new SpendLimit(new BigDecimal("50"), ResetInterval.WEEKLY),
                AllowList.only(List.of("openai", "anthropic")),
                AllowList.only(List.of("openai/gpt-5.2-20251211")),
                true,
                false,
                false,
                List.of(new ContentFilter("phone"), new ContentFilter("email")));
    }

    static String key(KeyHash hash) {
        return key(hash, "name-of-" + hash, "false");
    }

    static String key(KeyHash hash, String name, String disabled) {
        return """
                {"hash":"%s","name":"%s","label":"sk-or-v1-abc...def","disabled":%s,"limit":20,"limit_remaining":12.5,
                "limit_reset":"weekly","include_byok_in_limit":true,"usage":7.5,"usage_daily":0.1,"usage_weekly":7.5,
                "usage_monthly":7.5,"byok_usage":0,"byok_usage_daily":0,"byok_usage_weekly":0,"byok_usage_monthly":0,
                "created_at":"2026-11-20T10:30:00Z","updated_at":null,"expires_at":"2027-03-01T23:59:07.123456+00:00",
                "creator_user_id":null,"workspace_id":"%s"}""".formatted(hash.value(), name, disabled, WORKSPACE);
    }

    static String minted() {
        return "{\"data\":" + key(KEY.hash()) + ",\"key\":\"" + KEY.reveal() + "\"}";
    }

    static String data(String object) {
        return "{\"data\":" + object + "}";
    }

    /** A page of keys with these numbers. */
    static Reply keys(IntStream numbers) {
        return Reply.json(
                200,
                numbers.mapToObj(number -> key(hash(number))).collect(Collectors.joining(",", "{\"data\":[", "]}")));
    }

    /** A page of a list with a count. */
    static Reply page(int total, String... rows) {
        return Reply.json(200, "{\"data\":[" + String.join(",", rows) + "],\"total_count\":" + total + "}");
    }

    static String assignment(KeyHash hash, String guardrail) {
        return """
                {"id":"e6c0c2a0-0000-4000-8000-000000000003","key_hash":"%s","guardrail_id":"%s","key_name":"n",
                "key_label":"sk-or-v1-abc...def","assigned_by":null,"created_at":"2026-11-20T10:30:00Z"}""".formatted(hash.value(), guardrail);
    }

    /** The guardrail that {@link #settings()} makes, with some fields said differently (JSON members, comma first). */
    static String guardrail(String differently) {
        return """
                {"id":"%s","workspace_id":"%s","created_at":"2026-11-20T10:30:00Z","updated_at":null,
                "name":"corporate/confidential","description":"Written by the operator.","limit_usd":50.0,
                "reset_interval":"weekly","include_byok_in_budgets":true,"allowed_providers":["openai","anthropic"],
                "ignored_providers":null,"allowed_models":["openai/gpt-5.2-20251211"],"ignored_models":null,
                "enforce_zdr":null,"enforce_zdr_anthropic":true,"enforce_zdr_openai":true,"enforce_zdr_google":true,
                "enforce_zdr_xai":true,"enforce_zdr_other":true,"enable_paid_model_training":false,
                "enable_free_model_training":false,"enable_free_model_publication":false,"content_filters":null,
                "content_filter_builtins":[{"slug":"email","action":"redact","label":"[EMAIL]"},
                {"slug":"phone","action":"redact"}]%s}""".formatted(GUARDRAIL, WORKSPACE, differently);
    }
}
