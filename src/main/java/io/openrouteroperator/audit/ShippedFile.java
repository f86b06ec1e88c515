package io.openrouteroperator.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Files whose lines go elsewhere too: whatever was written last is shipped before the end, if that can be. */
public final class ShippedFile implements LineSink {
    private final LogFile file;
    private final List<Shipper> shippers;

    /** Begins to ship what is in the files. */
    public ShippedFile(LogFile file, List<Shipper> shippers) {
        this.file = file;
        this.shippers = List.copyOf(shippers);
        shippers.forEach(Shipper::start);
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public void write(String line) throws IOException {
        file.write(line);
    }

    @Override
    public Optional<String> lastLine() {
        return file.lastLine();
    }

    @Override
    public Duration lastWords() {
        return shippers.stream()
                .map(Shipper::lastWords)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        file.close();
        shippers.forEach(Shipper::finish);
        shippers.forEach(Shipper::close);
    }
}
