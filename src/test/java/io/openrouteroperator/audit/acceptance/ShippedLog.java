package io.openrouteroperator.audit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.audit.AuditMeters;
import io.openrouteroperator.audit.Destination;
import io.openrouteroperator.audit.LogFile;
import io.openrouteroperator.audit.Shipper;
import io.openrouteroperator.cli.OperatorCommand;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The files of pods that share a folder, what ships them, and the command that proves what arrived. */
final class ShippedLog {
    static final String POD = "operator-0";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_BYTES = 1024 * 1024;

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AuditMeters meters = new AuditMeters(registry, Clock.systemUTC());
    private final SampleLog writer = new SampleLog(POD + ".1").start();
    private final List<String> written = new ArrayList<>();
    private final Path work;
    private final Path folder;
    private final Supplier<Destination> destination;

    /** Files in a folder of {@code work}; each process brings them to a destination of its own. */
    ShippedLog(Path work, Supplier<Destination> destination) throws IOException {
        this.work = work;
        this.folder = Files.createDirectory(work.resolve("log"));
        this.destination = destination;
    }

    /** The first writer. */
    SampleLog writer() {
        return writer;
    }

    /** All lines so far. */
    List<String> written() {
        return written;
    }

    void write(SampleLog from) throws IOException {
        write(from, MOST_BYTES);
    }

    /** Writes what a writer has to say, in files that are small enough for the bytes given. */
    void write(SampleLog from, int mostBytes) throws IOException {
        write(POD, from, mostBytes);
    }

    /** Writes what another pod's writer has to say. */
    void write(String pod, SampleLog from) throws IOException {
        write(pod, from, MOST_BYTES);
    }

    private void write(String pod, SampleLog from, int mostBytes) throws IOException {
        LogFile file = new LogFile(folder, pod, mostBytes);
        List<String> lines = from.taken();
        for (String line : lines) {
            file.write(line);
        }
        file.close();
        written.addAll(lines);
    }

    /** A process that ships what there is, and ends. */
    void ship() {
        start().close();
    }

    Shipper start() {
        return start(destination.get());
    }

    Shipper start(Destination to) {
        return start(POD, to);
    }

    /** Another pod's process. */
    Shipper start(String pod) {
        return start(pod, destination.get());
    }

    private Shipper start(String pod, Destination to) {
        Shipper shipper = new Shipper(folder, pod, pod + ".1", to, meters, PATIENCE);
        shipper.start();
        return shipper;
    }

    /** Where it stands how far a destination has come. */
    Path bookmark(String name) {
        return folder.resolve(POD + ".shipped-" + name);
    }

    /** Whether a destination has come to the end of the first pod's only file. */
    boolean isDone(String name) throws IOException {
        Path file = folder.resolve(POD + "-000000001.jsonl");
        return Files.exists(bookmark(name))
                && Files.readAllLines(bookmark(name)).get(1).equals(Long.toString(Files.size(file)));
    }

    /** What {@code audit verify} prints about these lines. */
    String verify(List<String> lines) throws IOException {
        Path key = Files.writeString(work.resolve("key.pem"), writer.publicKey());
        byte[] input = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
        StringWriter out = new StringWriter();
        int code = OperatorCommand.commandLine(Clock.systemUTC(), new ByteArrayInputStream(input))
                .setOut(new PrintWriter(out))
                .execute("audit", "verify", "--public-key=" + key, "-");
        assertThat(out.toString().startsWith("whole")).isEqualTo(code == 0);
        return out.toString();
    }

    double waiting() {
        return registry.get("openrouter.audit.sink.waiting").gauge().value();
    }

    double lost() {
        return registry.get("openrouter.audit.sink.lost").counter().count();
    }
}
