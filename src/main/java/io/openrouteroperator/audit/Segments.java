package io.openrouteroperator.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of one pod, by numbers that sort as they were written. */
final class Segments {
    private static final Pattern ANY = Pattern.compile("(.+)-[0-9]{9}[.]jsonl");

    private final Path folder;
    private final String pod;
    private final Pattern name;

    Segments(Path folder, String pod) {
        this.folder = folder;
        this.pod = pod;
        this.name = Pattern.compile(Pattern.quote(pod) + "-([0-9]{9})[.]jsonl");
    }

    /** Whose files there are in a folder. */
    static SortedSet<String> pods(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> ANY.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(file -> file.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The files there are, the oldest first. */
    List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** The last file, or where the first one will be. */
    Path current() throws IOException {
        List<Path> files = list();
        return files.isEmpty() ? numbered(1) : files.getLast();
    }

    /** Where the file after the last one will be. */
    Path next() throws IOException {
        Matcher last = name.matcher(current().getFileName().toString());
        return numbered(last.matches() ? Long.parseLong(last.group(1)) + 1 : 1);
    }

    /** All but so many of the last ones. */
    List<Path> olderThan(int kept) throws IOException {
        List<Path> files = list();
        return files.subList(0, Math.max(0, files.size() - kept));
    }

    private Path numbered(long number) {
        return folder.resolve("%s-%09d.jsonl".formatted(pod, number));
    }
}
