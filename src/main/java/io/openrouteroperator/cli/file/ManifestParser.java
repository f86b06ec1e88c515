package io.openrouteroperator.cli.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Parses YAML (JSON is YAML) and remembers on which line each field stands. */
public final class ManifestParser {
    /** Aliases can make a small file unfold into a huge one. */
    private static final int MOST_NODES = 2_000_000;

    private static final String LIST = "List";

    private final String file;
    private final List<Manifest> manifests = new ArrayList<>();
    private int others;
    private int nodes;
    private int above;

    private ManifestParser(String file) {
        this.file = file;
    }

    /**
     * What a file holds.
     *
     * @param others documents that are no Kubernetes objects
     * @param unreadable what is wrong with documents that are no YAML, with file and line
     */
    public record Parsed(List<Manifest> manifests, int others, List<String> unreadable) {}

    /** All objects of a text, those of a {@code List} one by one. */
    public static Parsed parse(String file, String text) {
        ManifestParser parser = new ManifestParser(file);
        List<String> unreadable = YamlDocuments.read(file, text, parser::document);
        return new Parsed(parser.manifests, parser.others, unreadable);
    }

    private void document(Node root, int linesAbove) {
        above = linesAbove;
        SourceLines lines = new SourceLines();
        object(convert(root, new ArrayList<>(), lines), lines);
    }

    private void object(JsonNode object, SourceLines lines) {
        if (isList(object)) {
            items(object, lines);
        } else if (object.path("kind").isTextual() && object.path("apiVersion").isTextual()) {
            manifests.add(new Manifest(file, object, lines));
        } else if (!object.isNull()) {
            others++;
        }
    }

    private static boolean isList(JsonNode object) {
        return object.path("kind").asText().endsWith(LIST)
                && object.path("items").isArray();
    }

    /** Items of a {@code PodList}, as the API server answers with, say nothing of their own kind. */
    private void items(JsonNode list, SourceLines lines) {
        String kind = list.path("kind").asText();
        for (int i = 0; i < list.path("items").size(); i++) {
            JsonNode item = list.path("items").get(i);
            if (item instanceof ObjectNode object && !object.has("kind") && !kind.equals(LIST)) {
                object.put("kind", kind.substring(0, kind.length() - LIST.length()));
                object.set("apiVersion", list.path("apiVersion"));
            }
            object(item, lines.below("items", String.valueOf(i)));
        }
    }

    private JsonNode convert(Node node, List<String> path, SourceLines lines) {
        if (++nodes > MOST_NODES || path.size() > YamlDocuments.DEEPEST) {
            throw new YamlEngineException("too large");
        }
        lines.put(path, lineOf(node));
        return switch (node) {
            case MappingNode mapping -> convertMapping(mapping, path, lines);
            case SequenceNode sequence -> convertSequence(sequence, path, lines);
            case ScalarNode scalar -> convertScalar(scalar);
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private JsonNode convertSequence(SequenceNode sequence, List<String> path, SourceLines lines) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : sequence.getValue()) {
            path.add(String.valueOf(array.size()));
            array.add(convert(item, path, lines));
            path.removeLast();
        }
        return array;
    }

    private JsonNode convertMapping(MappingNode mapping, List<String> path, SourceLines lines) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            path.add(key);
            JsonNode value = convert(entry.getValueNode(), path, lines);
            path.removeLast();
            if (key.equals("<<")) {
                merge(value, object);
            } else {
                object.set(key, value);
            }
        }
        return object;
    }

    /** A merge key gives way to what the mapping says itself. */
    private static void merge(JsonNode merged, ObjectNode into) {
        Iterable<JsonNode> sources = merged.isArray() ? merged : List.of(merged);
        sources.forEach(source -> source.properties().forEach(field -> {
            if (!into.has(field.getKey())) {
                into.set(field.getKey(), field.getValue());
            }
        }));
    }

    private static JsonNode convertScalar(ScalarNode scalar) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return factory.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return factory.booleanNode(Boolean.parseBoolean(scalar.getValue()));
        }
        if (tag.equals(Tag.INT)) {
            try {
                return factory.numberNode(Long.parseLong(scalar.getValue()));
            } catch (NumberFormatException _) {
                return factory.textNode(scalar.getValue());
            }
        }
        return factory.textNode(scalar.getValue());
    }

    private int lineOf(Node node) {
        return above + node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
