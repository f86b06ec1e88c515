package io.openrouteroperator.crds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the CRDs from the records: Fabric8's generator first, then what it cannot know (our schema annotations, the
 * standard parts of Kubernetes, category, order of columns).
 */
public final class CrdGeneration {
    /** The kinds of the operator. */
    static final List<Class<? extends CustomResource<?, ?>>> KINDS =
            List.of(OpenRouterAccount.class, OpenRouterPolicy.class, OpenRouterKey.class);

    private static final String CATEGORY = "openrouter";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private CrdGeneration() {}

    /**
     * Writes each CRD into each folder named.
     *
     * @param folders where to write, made when missing
     */
    public static void main(String[] folders) {
        Map<String, String> files = files();
        Arrays.stream(folders)
                .map(Path::of)
                .forEach(folder -> files.forEach((name, text) -> write(folder, name, text)));
    }

    /** The text of each CRD by file name. */
    static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        definitions().forEach(crd -> files.put(fileName(crd), yaml(crd)));
        return files;
    }

    private static String yaml(CustomResourceDefinition crd) {
        try {
            return YAML.writeValueAsString(crd);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file a CRD is kept in, for example {@code openrouterkeys.yaml}. */
    static String fileName(CustomResourceDefinition crd) {
        return crd.getSpec().getNames().getPlural() + ".yaml";
    }

    /** The CRDs, one per kind. */
    static List<CustomResourceDefinition> definitions() {
        return KINDS.stream().map(CrdGeneration::definition).toList();
    }

    /** The CRD of one kind. */
    static CustomResourceDefinition definition(Class<? extends CustomResource<?, ?>> kind) {
        var output = new MemoryOutput();
        new CRDGenerator()
                .forCRDVersions("v1")
                .customResourceClasses(List.of(kind))
                .withOutput(output)
                .generate();
        return complete(Serialization.unmarshal(output.text(), CustomResourceDefinition.class), kind);
    }

    private static CustomResourceDefinition complete(
            CustomResourceDefinition crd, Class<? extends CustomResource<?, ?>> kind) {
        crd.getSpec().getNames().setCategories(List.of(CATEGORY));
        var version = crd.getSpec().getVersions().getFirst();
        List<String> order = Arrays.stream(kind.getAnnotationsByType(AdditionalPrinterColumn.class))
                .map(AdditionalPrinterColumn::name)
                .toList();
        version.getAdditionalPrinterColumns()
                .sort(Comparator.comparingInt((CustomResourceColumnDefinition c) -> order.indexOf(c.getName())));
        JSONSchemaProps root = version.getSchema().getOpenAPIV3Schema();
        root.setRequired(List.of("spec"));
        SchemaAnnotations.describe(kind, root);
        SchemaAnnotations.apply(specType(kind), Schemas.property(root, "spec"));
        SchemaAnnotations.apply(statusType(kind), Schemas.property(root, "status"));
        Schemas.visit(
                root,
                schema -> schema.getXKubernetesValidations()
                        .forEach(rule -> rule.setRule(CelMacros.expand(rule.getRule()))));
        return crd;
    }

    /** The record of its spec. */
    static Type specType(Class<?> kind) {
        return ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments()[0];
    }

    private static Type statusType(Class<?> kind) {
        return ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments()[1];
    }

    private static void write(Path folder, String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
        }
    }

    /** Keeps what the generator writes, instead of a file. */
    private static final class MemoryOutput implements CRDGenerator.CRDOutput<ByteArrayOutputStream> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public ByteArrayOutputStream outputFor(String crd) {
            return bytes;
        }

        @Override
        public void close() {
            // Nothing is held outside memory.
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
