package io.openrouteroperator.cli.file;

import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The documents of a text, each read by itself: what is wrong with one is no reason to overlook another. */
final class YamlDocuments {
    /** Deeper than any object of Kubernetes; an anchor that refers to itself has no end. */
    static final int DEEPEST = 200;

    private static final int LONGEST_FILE = 64 * 1024 * 1024;

    private final String file;
    private final LoadSettings settings;
    private final List<String> unreadable = new ArrayList<>();

    private YamlDocuments(String file) {
        this.file = file;
        this.settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LONGEST_FILE)
                .build();
    }

    /** Takes a document, and how many lines of its file are above those that it counts. */
    interface Reader {
        void read(Node document, int above);
    }

    /**
     * Hands over each document and returns what is wrong with the others, with file and line; what the reader throws because one is
     * too large counts as the file's own fault.
     */
    static List<String> read(String file, String text, Reader reader) {
        YamlDocuments documents = new YamlDocuments(file);
        YamlPart.of(withoutTabsOfJson(text)).forEach(part -> documents.read(part, reader));
        return documents.unreadable;
    }

    private void read(YamlPart part, Reader reader) {
        try {
            checkDepth(settings, part.text());
            new Compose(settings).composeAllFromString(part.text()).forEach(node -> reader.read(node, part.above()));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            add(part, line, String.valueOf(e.getProblem()));
        } catch (ReaderException e) {
            add(part, lineAt(part.text(), e.getPosition()), "it is no text in UTF-8; it may be a binary file");
        } catch (YamlVersionException e) {
            add(part, 1, "it is of a version of YAML that is not 1.1 or 1.2");
        } catch (YamlEngineException e) {
            add(part, 1, "it unfolds into more than can be checked");
        }
    }

    /** The parser's own words may quote the file. */
    private void add(YamlPart part, int line, String problem) {
        unreadable.add("%s:%d: %s".formatted(file, part.above() + line, KeyRecogniser.printable(problem)));
    }

    /** JSON may be indented with tabs, and YAML may not; within strings JSON has none. */
    private static String withoutTabsOfJson(String text) {
        int start = 0;
        while (start < text.length() && " \t\r\n\uFEFF".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        boolean json = text.startsWith("{", start) || text.startsWith("[", start);
        return json ? text.replace('\t', ' ') : text;
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.codePoints()
                        .limit(position)
                        .filter(character -> character == '\n')
                        .count();
    }

    /** The composer calls itself for each level, so depth is counted before it runs. */
    private static void checkDepth(LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw new YamlEngineException("too deep");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }
}
