package io.openrouteroperator.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationContractTest {

    private static final String ID = "7d1c5a52-0f3e-4b7a-9f49-5a6f0f6f1c11";
    private static final Operation GET = Contract.load()
            .operation("GET", "/observability/destinations/" + ID)
            .orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "otel-collector | {\"endpoint\":\"https://x\",\"headers\":{\"a\":\"b\"}}             | true",
                "webhook        | {\"url\":\"https://x\",\"method\":\"PUT\"}                         | true",
                "webhook        | {\"url\":\"https://x\",\"method\":\"GET\"}                         | false",
                "webhook        | {\"endpoint\":\"https://x\"}                                       | false",
                "s3             | {\"bucketName\":\"b\",\"accessKeyId\":\"k\"}                       | false",
                "pigeon         | {\"url\":\"https://x\"}                                            | false"
            })
    void configurationBelongsToTheType(String type, String config, boolean valid) {
        String body = """
                {"data":{"id":"%1$s","name":"siem","type":"%2$s","config":%3$s,"enabled":true,"privacy_mode":true,"sampling_rate":1,
                 "api_key_hashes":null,"filter_rules":null,"broadcast_generation_cost":false,"broadcast_generation_identity":false,
                 "broadcast_generation_request_context":false,"workspace_id":"%1$s","created_at":"2026-11-24T20:00:00Z",
                 "updated_at":"2026-11-24T20:00:00Z"}}""".formatted(ID, type, config);
        assertThat(GET.checkResponse(200, body).isEmpty()).isEqualTo(valid);
    }
}
