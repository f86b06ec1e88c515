package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the last lines of a writer wait for a checkpoint: as long as there is somebody who could sign them. */
class UnshippedTest {
    private static final String POD = "operator-0";

    @TempDir
    private Path folder;

    /** Takes lines with a checkpoint behind them, and others when nothing can join them. */
    private static final class Strict implements Destination {
        @Override
        public String name() {
            return "strict";
        }

        @Override
        public Portion portion() {
            return (lines, complete) -> complete ? lines.size() : 0;
        }

        @Override
        public Outcome take(String pod, List<String> lines) {
            throw new IllegalStateException("nobody brings anything here");
        }
    }

    @Test
    void linesOfTheProcessThatLivesWait() throws IOException {
        write(new SampleLog("operator-0.1").start().events(2));

        assertThat(own("operator-0.1")).isEmpty();
    }

    @Test
    void linesOfAnEarlierProcessOfThePodDoNot() throws IOException {
        List<String> lines = write(new SampleLog("operator-0.1").start().events(2));

        assertThat(own("operator-0.2")).isEqualTo(lines);
    }

    @Test
    void linesOfAPodThatIsGoneDoNot() throws IOException {
        List<String> lines = write(new SampleLog("operator-0.1").start().events(2));

        assertThat(left()).isEqualTo(lines);
    }

    @Test
    void aLineThatItsDeathToreIsNone() throws IOException {
        List<String> lines = write(new SampleLog("operator-0.1").start().events(2));
        Path file = folder.resolve("operator-0-000000001.jsonl");
        Files.writeString(file, Files.readString(file) + "{\"schema\":");

        assertThat(left()).isEqualTo(lines);
        assertThat(left()).isEmpty();
    }

    @Test
    void aBookmarkWithoutContentIsNone() throws IOException {
        List<String> lines = write(new SampleLog("operator-0.1").start());
        Files.createFile(folder.resolve("operator-0.shipped-strict"));

        assertThat(left()).isEqualTo(lines);
    }

    private List<String> write(SampleLog from) throws IOException {
        LogFile file = new LogFile(folder, POD, 1024 * 1024);
        for (String line : from.lines()) {
            file.write(line);
        }
        file.close();
        return from.lines();
    }

    private List<String> own(String writer) throws IOException {
        try (Unshipped own = Unshipped.ownOf(POD, writer, folder, new Strict())) {
            return own.next().lines();
        }
    }

    private List<String> left() throws IOException {
        try (Unshipped left = Unshipped.leftBy(POD, folder, new Strict())) {
            List<String> lines = left.next().lines();
            left.shipped();
            return lines;
        }
    }
}
