package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a volume: bounded, in order, and whole after a crash. */
class LogFileTest {
    private static final int MOST = 8 * 100;

    @TempDir
    private Path folder;

    @Test
    void linesStayInTheirOrderOverFilesThatSort() throws IOException {
        write("pod", 0, 40);

        assertThat(lines("pod")).containsExactlyElementsOf(numbers(0, 40));
    }

    @Test
    void aFullLogLosesItsOldestFileAndNothingElse() throws IOException {
        write("pod", 0, 500);

        List<String> left = lines("pod");
        assertThat(left).containsExactlyElementsOf(numbers(500 - left.size(), 500));
        assertThat(size()).isBetween(MOST * 7L / 8, (long) MOST);
    }

    @Test
    void podsThatShareAFolderLeaveEachOthersFilesAlone() throws IOException {
        write("pod", 0, 5);
        write("pod-1", 0, 500);

        assertThat(lines("pod")).containsExactlyElementsOf(numbers(0, 5));
        assertThat(new LogFile(folder, "pod", MOST).lastLine()).contains("line 0004");
    }

    @Test
    void theNextProcessGoesOnAfterTheLastWholeLine() throws IOException {
        write("pod", 0, 3);
        Path file = folder.resolve("pod-000000001.jsonl");
        Files.writeString(file, "line 00", StandardOpenOption.APPEND);

        assertThat(new LogFile(folder, "pod", MOST).lastLine()).contains("line 0002");
        write("pod", 3, 5);

        assertThat(lines("pod")).containsExactlyElementsOf(numbers(0, 5));
    }

    @Test
    void aFileThatIsOneTornLineBeginsAnew() throws IOException {
        Files.writeString(folder.resolve("pod-000000001.jsonl"), "line 00");

        assertThat(new LogFile(folder, "pod", MOST).lastLine()).isEmpty();
        write("pod", 0, 1);
        assertThat(lines("pod")).containsExactly("line 0000");
    }

    @Test
    void aFolderThatIsNotThereIsTroubleUntilItIs() throws IOException {
        Path later = folder.resolve("later");
        LogFile file = new LogFile(later, "pod", MOST);
        assertThatThrownBy(() -> file.write("line 0000")).isInstanceOf(IOException.class);
        assertThat(file.lastLine()).isEmpty();

        Files.createDirectory(later);
        file.write("line 0000");
        file.close();

        assertThat(Files.readString(later.resolve("pod-000000001.jsonl"))).isEqualTo("line 0000\n");
    }

    private void write(String pod, int from, int to) throws IOException {
        LogFile file = new LogFile(folder, pod, MOST);
        for (String line : numbers(from, to)) {
            file.write(line);
        }
        file.close();
    }

    private static List<String> numbers(int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add("line %04d".formatted(i));
        }
        return lines;
    }

    private List<String> lines(String pod) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : new Segments(folder, pod).list()) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }

    private long size() throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }
}
