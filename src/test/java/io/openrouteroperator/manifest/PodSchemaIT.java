package io.openrouteroperator.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@link PodSchemaTest} says of the client's classes, said of the fields that the API server itself serves. */
@ExtendWith(ControlPlaneExtension.class)
class PodSchemaIT {
    private final List<PodField> fields;

    PodSchemaIT(ControlPlane controlPlane) throws IOException {
        String document =
                controlPlane.kubectl("get", "--raw", "/openapi/v3/api/v1").orThrow();
        fields = OpenApiSchema.textFields(new ObjectMapper().readTree(document));
    }

    @Test
    void everyTextIsSearched() {
        assertThat(fields).hasSizeGreaterThan(300);
        assertThat(fields).allSatisfy(field -> assertThat(field.isSearched()).isTrue());
    }

    @Test
    void everyFieldThatNamesASecretOrConfigMapIsRead() {
        assertThat(PodSchemaTest.unread(fields, "secret"))
                .containsExactlyInAnyOrderElementsOf(PodSchemaTest.namingNoSecret());
        assertThat(PodSchemaTest.unread(fields, "configmap")).isEmpty();
    }
}
