package io.openrouteroperator.cli.file;

import java.util.function.Consumer;
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

/** The documents of a text, or why there are none. */
final class YamlDocuments {
    /** Deeper than any object of Kubernetes; an anchor that refers to itself has no end. */
    static final int DEEPEST = 200;

    private static final int LONGEST_FILE = 64 * 1024 * 1024;

    private YamlDocuments() {}

    /** Hands over each document; what the reader throws because one is too large counts as the file's own fault. */
    static void read(String file, String text, Consumer<Node> reader) throws UnreadableManifestException {
        String yaml = withoutTabsOfJson(text);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LONGEST_FILE)
                .build();
        try {
            checkDepth(settings, yaml);
            new Compose(settings).composeAllFromString(yaml).forEach(reader);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new UnreadableManifestException(file, line, String.valueOf(e.getProblem()));
        } catch (ReaderException e) {
            throw new UnreadableManifestException(
                    file, lineAt(yaml, e.getPosition()), "it is no text in UTF-8; it may be a binary file");
        } catch (YamlVersionException e) {
            throw new UnreadableManifestException(file, 1, "it is of a version of YAML that is not 1.1 or 1.2");
        } catch (YamlEngineException e) {
            throw new UnreadableManifestException(file, 1, "it unfolds into more than can be checked");
        }
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
