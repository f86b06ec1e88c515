package io.openrouteroperator.controlplane.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to start a process that must not outlive this JVM.
 *
 * @param name what messages call it
 * @param command the program and its arguments
 * @param environment added to, and overriding, this JVM's own environment
 * @param directory its working directory
 * @param log the file that receives both its outputs; appended to, so that a restart keeps the first run's lines
 */
public record Launch(String name, List<String> command, Map<String, String> environment, Path directory, Path log) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A process in the given directory, logging to {@code <name>.log} there. */
    public static Launch of(String name, Path directory, List<String> command) {
        return new Launch(name, command, Map.of(), directory, directory.resolve(name + ".log"));
    }

    public Launch withEnvironment(Map<String, String> more) {
        Map<String, String> merged = new HashMap<>(environment);
        merged.putAll(more);
        return new Launch(name, command, merged, directory, log);
    }

    public Launch withLog(Path file) {
        return new Launch(name, command, environment, directory, file);
    }

    /** Starts it. */
    public SupervisedProcess start() {
        return SupervisedProcess.start(this);
    }
}
