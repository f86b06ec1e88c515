package io.openrouteroperator.manifest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.openrouteroperator.manifest.JsonTape.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON value from a parser; what follows it is left alone. */
final class JsonTapeReader {
    /** Up to here comparing each name with each other is cheaper than a map. */
    private static final int FEW = 16;

    private static final int USUAL_DEPTH = 16;

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
            case FIELD_NAME -> name = parser.currentName();
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

    private void shadowRepeated(int object) {
        int fields = 0;
        for (int at = object + 1; at < tape.size() && fields <= FEW; at = tape.end(at)) {
            fields++;
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
