package io.openrouteroperator.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * The simulator as a program of its own. Flags: {@code --port N} (any free one), {@code --management-key-file PATH} (read if it
 * exists, else written for its owner only), {@code --clock INSTANT} (now), {@code --daily-key-changes N} (10000).
 */
public final class SimulatorMain {

    private SimulatorMain() {}

    /** Runs until the process ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        SimulatorOptions options = SimulatorOptions.usual();
        Path keyFile = Path.of("");
        Instant clock = Instant.EPOCH;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--port" -> options = options.withPort(Integer.parseInt(value));
                case "--daily-key-changes" -> options = options.withDailyKeyChanges(Integer.parseInt(value));
                case "--management-key-file" -> keyFile = Path.of(value);
                case "--clock" -> clock = Instant.parse(value);
                default -> throw new IllegalArgumentException("unknown flag " + arguments[i]);
            }
        }
        if (keyFile.toString().isEmpty()) {
            keyFile = Files.createTempDirectory("simulated-openrouter").resolve("management-key");
        }
        if (Files.exists(keyFile)) {
            options = options.withManagementKey(Files.readString(keyFile).strip());
        }
        run(options, keyFile, clock);
    }

    private static void run(SimulatorOptions options, Path keyFile, Instant clock)
            throws IOException, InterruptedException {
        try (Simulator simulator = Simulator.start(options)) {
            if (clock.isAfter(Instant.EPOCH)) {
                simulator.time().set(clock);
            }
            if (!Files.exists(keyFile)) {
                Files.createFile(
                        keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(keyFile, simulator.managementKey());
            }
            System.out.println("simulated OpenRouter: " + simulator.baseUrl());
            System.out.println("management key:       " + keyFile.toAbsolutePath());
            System.out.println("steering:             " + simulator.controlUrl());
            Thread.currentThread().join();
        }
    }
}
