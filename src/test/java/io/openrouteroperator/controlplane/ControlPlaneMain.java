package io.openrouteroperator.controlplane;

import java.io.IOException;

/**
 * Starts a control plane for a person: prints the path of its kubeconfig on a line of its own, and runs until its
 * standard input ends or the process is told to stop.
 */
public final class ControlPlaneMain {

    private ControlPlaneMain() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        ControlPlane controlPlane = ControlPlane.start();
        Runtime.getRuntime().addShutdownHook(new Thread(controlPlane::close));
        System.out.println(controlPlane.kubeconfig());
        while (System.in.read() >= 0) {
            // Whatever is typed means nothing; only the end of the input does.
        }
        System.exit(0);
    }
}
