package io.openrouteroperator.manifest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.openrouteroperator.manifest.JsonTape.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one JSON value from a parser; what follows it is left alone. */
final class JsonTapeReader {
    /** Up to here comparing each name with each other is cheaper than a map. */
    private static final int FEW = 16;

    private static final int USUAL_DEPTH = 16;

    /**
     * The API server's own notes on who set which field, as long as the rest of a small object: they hold names of fields that are
     * looked at themselves, and no values.
     */
    private static final String NOTES = "managedFields";

    private static final Set<String> REVIEWED = Set.of("object", "oldObject");

    /** How many objects are open in the metadata of an object that is a document of its own, or part of a review. */
    private static final int METADATA_OF_DOCUMENT = 2;

    private static final int METADATA_IN_REVIEW = 4;

    private final JsonParser parser;
    private final JsonTape tape;
    private int[] open = new int[USUAL_DEPTH];
    private int depth;
    private @Nullable String name;

    private JsonTapeReader(JsonParser parser, int expected) {
        this.parser = parser;
        this.tape = new JsonTape(expected);
    }

    /**
     * The tape; an empty one when the parser has nothing.
     *
     * @param expected number of values; there may be more
     */
    static JsonTape read(JsonParser parser, int expected) throws IOException {
        JsonTapeReader reader = new JsonTapeReader(parser, expected);
        JsonToken token = parser.nextToken();
        while (token != null) {
            reader.take(token);
            if (reader.depth == 0) {
                break;
            }
            token = parser.nextToken();
        }
        return reader.tape;
    }

    private void take(JsonToken token) throws IOException {
        switch (token) {
            case FIELD_NAME -> takeName(parser.currentName());
            case START_OBJECT -> open(Kind.OBJECT);
            case START_ARRAY -> open(Kind.ARRAY);
            case END_OBJECT -> {
                tape.close(open[--depth]);
                shadowRepeated(open[depth]);
            }
            case END_ARRAY -> tape.close(open[--depth]);
            case VALUE_STRING -> add(Kind.TEXT, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> add(Kind.BOOLEAN, parser.getText());
            case VALUE_NULL -> add(Kind.NULL, parser.getText());
            default -> add(Kind.NUMBER, parser.getText());
        }
    }

    private void takeName(String field) throws IOException {
        if (field.equals(NOTES) && isInOwnMetadata()) {
            parser.nextToken();
            parser.skipChildren();
        } else {
            name = field;
        }
    }

    /** Templates have metadata as well, and what is written there goes where the template goes. */
    private boolean isInOwnMetadata() {
        boolean ofDocument = depth == METADATA_OF_DOCUMENT;
        boolean inReview = depth == METADATA_IN_REVIEW && REVIEWED.contains(tape.name(open[METADATA_IN_REVIEW - 2]));
        return (ofDocument || inReview) && tape.name(open[depth - 1]).equals("metadata");
    }

    private void open(Kind kind) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = add(kind, null);
    }

    private int add(Kind kind, @Nullable String text) {
        int added = tape.add(kind, name, text);
        name = null;
        return added;
    }

    /** Nearly no object repeats a name; most of those that do not are told by their hashes, which names that were seen before keep. */
    private void shadowRepeated(int object) {
        long seen = 0;
        int fields = 0;
        boolean distinct = true;
        for (int at = object + 1; at < tape.size(); at = tape.end(at)) {
            long bit = 1L << tape.name(at).hashCode();
            distinct &= (seen & bit) == 0;
            seen |= bit;
            fields++;
        }
        if (distinct) {
            return;
        }
        if (fields <= FEW) {
            shadowAmongFew(object);
        } else {
            shadowAmongMany(object);
        }
    }

    private void shadowAmongFew(int object) {
        for (int one = object + 1; one < tape.size(); one = tape.end(one)) {
            for (int later = tape.end(one); later < tape.size(); later = tape.end(later)) {
                if (tape.name(one).equals(tape.name(later))) {
                    tape.shadow(one);
                }
            }
        }
    }

    private void shadowAmongMany(int object) {
        Map<String, Integer> seen = new HashMap<>();
        for (int at = object + 1; at < tape.size(); at = tape.end(at)) {
            Integer before = seen.put(tape.name(at), at);
            if (before != null) {
                tape.shadow(before);
            }
        }
    }
}
