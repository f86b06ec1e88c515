package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrouteroperator.simulator.fault.Fault;
import io.openrouteroperator.simulator.fault.FaultRule;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FaultsTest extends SimulatorTestBase {

    @Test
    void cutsTheConnectionBeforeAnythingHappened() {
        simulator.faults().next("POST", "/keys", new Fault.ConnectionReset(false));

        assertThatThrownBy(() -> newKey("lost")).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.keys()).isEmpty();
        assertThat(simulator.requestLog().matching("POST", "/keys").getFirst().status())
                .isZero();
    }

    @Test
    void cutsTheConnectionAfterEverythingHappened() {
        simulator.faults().next("POST", "/keys", new Fault.ConnectionReset(true));

        assertThatThrownBy(() -> newKey("orphan")).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.keys()).hasSize(1);
    }

    @Test
    void hitsTheCallsOfItsRuleOnly() {
        simulator.faults().add(FaultRule.nth(2, "GET", "/keys", new Fault.ServerError(503, false, false)));

        assertThat(api.get("/keys").status()).isEqualTo(200);
        assertThat(api.get("/credits").status()).isEqualTo(200);
        assertThat(api.get("/keys").status()).isEqualTo(503);
        assertThat(api.get("/keys").status()).isEqualTo(200);
    }

    @Test
    void matchesPathsByPattern() {
        simulator.faults().always("*", "/guardrails/**", new Fault.RateLimited(null));

        assertThat(api.get("/guardrails").status()).isEqualTo(200);
        assertThat(api.get("/guardrails/assignments/keys").status()).isEqualTo(429);
        simulator.faults().clear();
        assertThat(api.get("/guardrails/assignments/keys").status()).isEqualTo(200);
    }

    @Test
    void saysHowLongToWaitOrNot() {
        simulator.faults().next("GET", "/keys", new Fault.RateLimited(Duration.ofSeconds(7)));
        assertThat(api.get("/keys").raw().headers().firstValue("Retry-After")).hasValue("7");

        simulator.faults().next("GET", "/credits", new Fault.RateLimited(null));
        ApiClient.Reply refused = api.get("/credits");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.raw().headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void answersLikeABrokenGateway() {
        simulator.faults().next("GET", "/keys", new Fault.ServerError(502, true, false));

        ApiClient.Reply reply = api.get("/keys");
        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.raw().headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(reply.raw().body()).startsWith("<html>");
    }

    @Test
    void failsAfterTheChangeIsMade() {
        simulator.faults().next("POST", "/keys", new Fault.ServerError(500, false, true));

        assertThat(api.post("/keys", "{\"name\":\"orphan\"}").status()).isEqualTo(500);
        assertThat(simulator.keys()).hasSize(1);
    }

    @Test
    void breaksBodies() {
        simulator.faults().next("GET", "/keys", new Fault.MalformedBody());
        assertThat(api.get("/keys").body().isMissingNode()).isTrue();

        simulator.faults().next("POST", "/keys", new Fault.TruncatedBody());
        assertThatThrownBy(() -> newKey("orphan")).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.keys()).hasSize(1);
    }

    @Test
    void answersListsFromThePast() {
        simulator.time().freeze(Instant.parse("2026-11-24T12:00:00Z"));
        String old = Simulator.hashOf(newKey("old"));
        simulator.time().advance(Duration.ofSeconds(60));
        newKey("new");
        api.delete("/keys/" + old);
        simulator.faults().next("GET", "/keys", new Fault.StaleList(Duration.ofSeconds(30)));

        assertThat(api.get("/keys").data())
                .singleElement()
                .matches(key -> key.path("hash").asText().equals(old));
        assertThat(api.get("/keys").data())
                .singleElement()
                .matches(key -> key.path("name").asText().equals("new"));
    }

    @Test
    void shiftsRowsBetweenPages() {
        for (int i = 0; i < 3; i++) {
            newGuardrail("");
        }
        String second =
                api.get("/guardrails?offset=1&limit=1").data().get(0).path("id").asText();
        String third =
                api.get("/guardrails?offset=2&limit=1").data().get(0).path("id").asText();

        simulator.faults().next("GET", "/guardrails", new Fault.ShiftedRows(1));
        assertThat(api.get("/guardrails?offset=1&limit=1")
                        .data()
                        .get(0)
                        .path("id")
                        .asText())
                .isEqualTo(third);
        simulator.faults().next("GET", "/guardrails", new Fault.ShiftedRows(-1));
        assertThat(api.get("/guardrails?offset=2&limit=1")
                        .data()
                        .get(0)
                        .path("id")
                        .asText())
                .isEqualTo(second);
    }

    @Test
    void looksLikeANewerApi() {
        newKey("one");
        simulator.faults().always("GET", "/**", new Fault.UnknownFields());
        simulator.faults().always("GET", "/**", new Fault.UnknownEnumValues());

        assertThat(api.get("/keys").data().get(0).has("added_since_the_contract"))
                .isTrue();
        assertThat(api.get("/providers").data().get(0).path("headquarters").asText())
                .isEqualTo("ZZ");
    }

    @Test
    void comesLate() {
        simulator.faults().next("GET", "/credits", new Fault.Latency(Duration.ofMillis(200)));

        long before = System.nanoTime();
        api.get("/credits");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void refusesAsTheApiWould() {
        simulator.faults().next("POST", "/keys", new Fault.Refused(402));

        ApiClient.Reply reply = api.post("/keys", "{\"name\":\"refused\"}");
        assertThat(reply.status()).isEqualTo(402);
        assertThat(reply.body().path("error").path("code").asInt()).isEqualTo(402);
        assertThat(simulator.keys()).isEmpty();
    }

    @Test
    void dripsBodies() {
        simulator.faults().next("GET", "/providers", new Fault.SlowBody(Duration.ofMillis(300)));

        long before = System.nanoTime();
        assertThat(api.get("/providers").data()).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(270));
    }
}
