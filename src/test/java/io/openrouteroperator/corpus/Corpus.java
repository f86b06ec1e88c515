package io.openrouteroperator.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.openrouteroperator.core.admission.SampleKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the cases. Each file is a list of {@code {case, expect, exists, object}}. In place of {@code object} a case may say {@code
 * container} (the fields of a pod's only container) or {@code values} (one case for each as the value of a variable, and one for all
 * of them in a Secret and in a ConfigMap).
 *
 * <p>Keys are never written out: {@code ${service:NAME}}, {@code ${management:NAME}} and {@code ${managed}} stand for keys, {@code
 * ${base64:…}}, {@code ${percent:…}}, {@code ${escaped:…}}, {@code ${start:…}} and {@code ${end:…}} for what is made of the text in them.
 */
public final class Corpus {
    private static final Path FOLDER = Path.of("src/test/resources/corpus");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern INNERMOST =
            Pattern.compile("\\$\\{(service|management|base64|percent|escaped|start|end):([^{}]*)}");
    private static final int HALF = 30;

    private Corpus() {}

    /** The key of OpenRouterKey {@code checkout}, which namespace {@code payments} has in every case. */
    public static String managedKey() {
        return SampleKeys.service("managed");
    }

    /** All cases. */
    public static List<CorpusCase> cases() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().flatMap(Corpus::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The case of this name. */
    public static CorpusCase named(String name) {
        return cases().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Puts keys in the place of their stand-ins, the innermost first. */
    public static String filled(String text) {
        String before = text.replace("${managed}", managedKey());
        String after = INNERMOST.matcher(before).replaceAll(found -> Matcher.quoteReplacement(fill(found)));
        return after.equals(before) ? after : filled(after);
    }

    private static String fill(MatchResult found) {
        String text = found.group(2);
        return switch (found.group(1)) {
            case "service" -> SampleKeys.service(text);
            case "management" -> SampleKeys.management(text);
            case "base64" -> base64(text);
            case "percent" -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("-", "%2D");
            case "escaped" -> text.replace("-", "\\u002d");
            case "start" -> text.substring(0, HALF);
            default -> text.substring(HALF);
        };
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<CorpusCase> read(Path file) {
        try {
            List<CorpusCase> cases = new ArrayList<>();
            for (JsonNode written : YAML.readTree(filled(Files.readString(file)))) {
                String name = file.getFileName().toString().replace(".yaml", "") + ": "
                        + written.path("case").asText();
                if (written.has("values")) {
                    written.path("values").forEach(value -> cases.add(valueCase(name, written, value.asText())));
                    List.of("Secret", "ConfigMap").forEach(kind -> cases.add(allValues(name, kind, written)));
                } else {
                    cases.add(oneCase(name, written));
                }
            }
            return cases.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static CorpusCase oneCase(String name, JsonNode written) {
        JsonNode object = written.has("container") ? podAround(written.path("container")) : written.path("object");
        return new CorpusCase(name, texts(written.path("expect")), nodes(written.path("exists")), object);
    }

    private static CorpusCase valueCase(String name, JsonNode written, String value) {
        ObjectNode container = YAML.createObjectNode();
        container.putArray("env").addObject().put("name", "OPENROUTER_API_KEY").put("value", value);
        String shown = value.length() > 32 ? value.substring(0, 20) + "…" + value.substring(value.length() - 8) : value;
        return new CorpusCase(name + " " + shown, texts(written.path("expect")), List.of(), podAround(container));
    }

    /** All values of a list as entries of one object, in plain and, for what people encode by hand, in base64. */
    private static CorpusCase allValues(String name, String kind, JsonNode written) {
        ObjectNode object = YAML.createObjectNode().put("apiVersion", "v1").put("kind", kind);
        object.putObject("metadata").put("name", "values").put("namespace", "payments");
        ObjectNode entries = object.putObject(kind.equals("Secret") ? "stringData" : "data");
        for (JsonNode value : written.path("values")) {
            entries.put("plain-" + entries.size(), value.asText());
            entries.put("encoded-" + entries.size(), base64(value.asText()));
        }
        return new CorpusCase(name + " of a " + kind, texts(written.path("expect")), List.of(), object);
    }

    private static JsonNode podAround(JsonNode container) {
        ObjectNode pod = YAML.createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        pod.putObject("metadata").put("name", "web").put("namespace", "payments");
        ObjectNode only = pod.putObject("spec").putArray("containers").addObject();
        only.put("name", "app").put("image", "registry.invalid/web");
        container.properties().forEach(field -> only.set(field.getKey(), field.getValue()));
        return pod;
    }

    private static List<String> texts(JsonNode list) {
        return nodes(list).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> nodes(JsonNode list) {
        List<JsonNode> nodes = new ArrayList<>();
        list.forEach(nodes::add);
        return nodes;
    }
}
