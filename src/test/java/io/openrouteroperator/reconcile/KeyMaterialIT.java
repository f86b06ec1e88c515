package io.openrouteroperator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.simulator.fault.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Invariant P: no key in anything that the operator writes, but in the Secret it is for. */
@ExtendWith(InstallationExtension.class)
class KeyMaterialIT {
    private static final Pattern KEY = Pattern.compile("sk-or-[a-z0-9]+-[0-9a-f]{16}");

    private final Installation installation;
    private final Tenant tenant;

    KeyMaterialIT(Installation installation) {
        this.installation = installation;
        this.tenant = Tenant.create(installation, "material", Tenant.INTERNAL);
    }

    @AfterEach
    void leave() {
        installation.openRouter().faults().clear();
        tenant.close();
    }

    @Test
    void appearsInNothingThatOperatorWritesNotEvenAfterBrokenAnswers() {
        // Given answers that make a careless client log what it got
        installation.openRouter().faults().next("POST", "/keys", new Fault.MalformedBody());
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");
        installation.openRouter().faults().next("POST", "/keys", new Fault.TruncatedBody());
        tenant.requestKey("another", "classification: internal");
        tenant.awaitPublished("another");

        // When
        Map<String, String> written = everythingWritten();

        // Then
        assertThat(DeliveredKey.in(tenant.secret("service").orElseThrow()))
                .as("the pattern finds a real key")
                .containsPattern(KEY);
        written.forEach((where, text) -> {
            assertThat(text).as(where).isNotEmpty();
            assertThat(KEY.matcher(text).find()).as("a key in the " + where).isFalse();
        });
    }

    private Map<String, String> everythingWritten() {
        var client = tenant.client();
        Map<String, String> written = new LinkedHashMap<>();
        written.put("log", installation.operator().operator().log());
        written.put("metrics", installation.operator().operator().metrics());
        written.put(
                "events",
                yaml(client.events().v1().events().inAnyNamespace().list().getItems()));
        written.put(
                "keys",
                yaml(client.resources(OpenRouterKey.class)
                        .inAnyNamespace()
                        .list()
                        .getItems()));
        written.put(
                "policies", yaml(client.resources(OpenRouterPolicy.class).list().getItems()));
        written.put(
                "accounts",
                yaml(client.resources(OpenRouterAccount.class).list().getItems()));
        written.put(
                "request log", installation.openRouter().requestLog().entries().toString());
        return written;
    }

    private static String yaml(Object objects) {
        return Serialization.asYaml(objects);
    }
}
