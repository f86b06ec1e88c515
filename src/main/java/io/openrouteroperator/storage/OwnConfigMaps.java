package io.openrouteroperator.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;

/**
 * Keeps documents in ConfigMaps of the operator's own namespace, one in each, as compressed JSON under {@link #ENTRY}. What cannot be
 * read back counts as absent, and is logged.
 */
public final class OwnConfigMaps {
    /** Of binaryData. */
    public static final String ENTRY = "document.json.gz";

    /** Of a document: with what is around it, what is stored stays below 256 KiB. */
    public static final int MOST_CHARACTERS = 250 * 1024;

    /** Nothing of ours unpacks to more. */
    private static final int MOST_UNPACKED = 32 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(OwnConfigMaps.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final KubernetesClient client;
    private final String namespace;

    /** @param namespace the operator's own */
    public OwnConfigMaps(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /** What the document of this name means; empty when there is none that can be read. */
    public <D, T> Optional<T> read(String name, Class<D> type, Function<D, T> meaning) {
        ConfigMap found = at(name).get();
        String packed = found == null || found.getBinaryData() == null
                ? null
                : found.getBinaryData().get(ENTRY);
        if (packed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(meaning.apply(unpacked(packed, type)));
        } catch (IOException | IllegalArgumentException | NullPointerException damaged) {
            LOG.warnf("ConfigMap %s/%s cannot be read and counts as absent: %s", namespace, name, reason(damaged));
            return Optional.empty();
        }
    }

    /**
     * Writes a document.
     *
     * @param labels and annotations tell people what it is
     * @return false when it is too large to be stored; nothing is written then
     */
    public boolean write(String name, Map<String, String> labels, Map<String, String> annotations, Object document) {
        String packed = packed(document);
        if (packed.length() > MOST_CHARACTERS) {
            return false;
        }
        ConfigMap wanted = new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withLabels(labels)
                .withAnnotations(annotations)
                .endMetadata()
                .withBinaryData(Map.of(ENTRY, packed))
                .build();
        put(wanted);
        return true;
    }

    /** Writes a ConfigMap of another form in the place of the one of its name, if there is one. */
    public void put(ConfigMap wanted) {
        if (at(wanted.getMetadata().getName()).get() == null) {
            client.resource(wanted).create();
        } else {
            client.resource(wanted).update();
        }
    }

    /** Takes a document away. */
    public void delete(String name) {
        at(name).delete();
    }

    private Resource<ConfigMap> at(String name) {
        return client.configMaps().inNamespace(namespace).withName(name);
    }

    /** A document as it is stored. */
    public static String packed(Object document) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException("memory does not fail to be written", impossible);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /** A document from what is stored. */
    public static <D> D unpacked(String packed, Class<D> type) throws IOException {
        try (GZIPInputStream unpacking =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return JSON.readValue(unpacking.readNBytes(MOST_UNPACKED), type);
        }
    }

    /** Jackson's messages quote what they read. */
    private static String reason(Exception damaged) {
        return damaged instanceof JsonProcessingException || damaged instanceof NullPointerException
                ? "it is not the JSON that was written"
                : String.valueOf(damaged.getMessage());
    }
}
