package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.simulator.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class that requires own provider credentials (BYOK). */
@ExtendWith(InstallationExtension.class)
class CredentialIT {
    private static final String RESTRICTED = """
            - name: restricted
              providers: {allow: [azure], byok: Required}
              limit: {maxUsd: 100, reset: Monthly}
            """;

    private final Simulator openRouter;
    private final Tenant tenant;

    CredentialIT(Installation installation) {
        this.openRouter = installation.openRouter();
        this.tenant = Tenant.create(installation, "byok", RESTRICTED);
        tenant.requestKey("service", "classification: restricted");
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void waitsForCredentialAndThenLetsKeyUseIt() {
        // Given a class whose provider has no credential
        assertThat(Readiness.message(tenant.awaitKey("service", "False", "PolicyNotReady")
                        .getStatus()
                        .conditions()))
                .contains("byok is Required", "azure");

        // When one is added that only keys of others may use: one that no poll has seen yet, and one of a workspace
        // that none looks at
        String other = newKey(openRouter.dashboard().createWorkspace("Elsewhere", "elsewhere"));
        String fresh = newKey(requireNonNull(openRouter.dashboard().defaultWorkspaceId()));
        String credential = ManagementCall.post(
                        openRouter,
                        "/byok",
                        "{\"provider\":\"azure\",\"key\":\"azure-credential\",\"allowed_api_key_hashes\":[\"%s\",\"%s\"]}"
                                .formatted(other, fresh))
                .path("id")
                .asText();

        // Then
        tenant.awaitPublished("service");
        String hash =
                requireNonNull(tenant.key("service").getStatus().current()).hash();
        assertThat(ManagementCall.get(openRouter, "/byok/" + credential).path("allowed_api_key_hashes"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(other, fresh, hash);
        ManagementCall.delete(openRouter, "/byok/" + credential);
    }

    private String newKey(String workspace) {
        return ManagementCall.post(
                        openRouter,
                        "/keys",
                        "{\"name\":\"another service\",\"workspace_id\":\"%s\"}".formatted(workspace))
                .path("hash")
                .asText();
    }
}
