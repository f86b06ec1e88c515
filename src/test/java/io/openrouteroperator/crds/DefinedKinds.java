package io.openrouteroperator.crds;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An API server that knows our kinds and has neither operator nor webhook, so that only the schemas answer. */
final class DefinedKinds implements BeforeAllCallback, AfterAllCallback {
    private @Nullable ControlPlane controlPlane;

    @Override
    public void beforeAll(ExtensionContext context) {
        ControlPlane started = ControlPlane.start(ControlPlaneOptions.apiOnly());
        controlPlane = started;
        started.kubectl("apply", "-f", "crds").orThrow();
        started.kubectl("wait", "--for=condition=Established", "--timeout=60s", "-f", "crds")
                .orThrow();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        controlPlane().close();
    }

    ControlPlane controlPlane() {
        return Objects.requireNonNull(controlPlane, "not started");
    }
}
