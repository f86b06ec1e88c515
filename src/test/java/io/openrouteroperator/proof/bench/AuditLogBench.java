package io.openrouteroperator.proof.bench;

import io.openrouteroperator.cli.OperatorCommand;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** {@code make bench-audit}: how fast a long audit log is verified, in a heap that holds a small part of it. */
public final class AuditLogBench {
    private static final int EVENTS_PER_CHECKPOINT = 100;
    private static final double MEBI = 1024 * 1024;

    private AuditLogBench() {}

    /** Writes a log of {@code arguments[0]} MiB and verifies it. */
    public static void main(String[] arguments) throws IOException {
        long size = Long.parseLong(arguments[0]) * 1024 * 1024;
        Path directory = Files.createTempDirectory("audit-bench");
        Path log = directory.resolve("log.jsonl");
        Path key = directory.resolve("key.pem");
        try {
            SampleLog writer = new SampleLog("bench").start();
            Files.writeString(key, writer.publicKey());
            write(writer, log, size);
            long begin = System.nanoTime();
            Duration cpu = cpu();
            int code = OperatorCommand.commandLine(Clock.systemUTC(), InputStream.nullInputStream())
                    .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                    .execute("audit", "verify", "--public-key", key.toString(), log.toString());
            report(Files.size(log), Duration.ofNanos(System.nanoTime() - begin), cpu().minus(cpu));
            System.exit(code);
        } finally {
            Files.deleteIfExists(log);
            Files.deleteIfExists(key);
            Files.deleteIfExists(directory);
        }
    }

    private static void write(SampleLog writer, Path file, long size) throws IOException {
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            while (written < size) {
                for (String line :
                        writer.events(EVENTS_PER_CHECKPOINT).checkpoint().taken()) {
                    out.append(line).append('\n');
                    written += line.length() + 1;
                }
            }
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void report(long bytes, Duration took, Duration cpu) {
        double seconds = took.toMillis() / 1000.0;
        System.out.printf(
                Locale.ROOT,
                "%.0f MiB in %.1f s, %.0f MiB/s, %.1f s of processor time; heap of %.0f MiB%n",
                bytes / MEBI,
                seconds,
                bytes / MEBI / seconds,
                cpu.toMillis() / 1000.0,
                Runtime.getRuntime().maxMemory() / MEBI);
    }
}
