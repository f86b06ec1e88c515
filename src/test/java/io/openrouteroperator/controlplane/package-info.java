/**
 * A real Kubernetes control plane for tests and the demo: etcd, kube-apiserver, controllers, scheduler and a kwok node, made fresh for each start.
 * Tests take a shared one as a parameter through {@link io.openrouteroperator.controlplane.ControlPlaneExtension}; anything else calls {@link io.openrouteroperator.controlplane.ControlPlane#start}.
 * Every process started here, the operator included, dies with the JVM that started it, however that JVM ends.
 */
@NullMarked
package io.openrouteroperator.controlplane;

import org.jspecify.annotations.NullMarked;
