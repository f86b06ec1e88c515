package io.openrouteroperator.audit;

import java.io.IOException;
import java.util.Optional;

/** Files whose lines go to a collector too: whatever was written last is shipped before the end, if that can be. */
public final class ShippedFile implements LineSink {
    private final LogFile file;
    private final OtlpShipper shipper;

    /** Begins to ship what is in the files. */
    public ShippedFile(LogFile file, OtlpShipper shipper) {
        this.file = file;
        this.shipper = shipper;
        shipper.start();
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
    public void close() {
        file.close();
        shipper.close();
    }
}
