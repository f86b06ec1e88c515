package io.openrouteroperator.installation;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link Installation} of the whole test run; tests keep apart by their own namespaces and policies. */
public final class InstallationExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace STORE =
            ExtensionContext.Namespace.create(InstallationExtension.class);

    private final ControlPlaneExtension controlPlanes = new ControlPlaneExtension();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Installation.class);
    }

    @Override
    public Installation resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ControlPlane controlPlane = controlPlanes.resolveParameter(parameter, context);
        return context.getRoot()
                .getStore(STORE)
                .computeIfAbsent(Installation.class, type -> Installation.on(controlPlane), Installation.class);
    }
}
