package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds fields that a definition does not have. Jackson would pass over them: the operator has to live with fields of later versions. */
final class UnknownFields {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final BiConsumer<String, Set<String>> found;

    /** @param found gets the path of each such field, and the names that there are in its place */
    UnknownFields(BiConsumer<String, Set<String>> found) {
        this.found = found;
    }

    /** Looks through a part of an object, in the order of the file. */
    void lookThrough(String path, JsonNode part, Class<?> definition) {
        lookThrough(path, part, JSON.constructType(definition));
    }

    private void lookThrough(String path, JsonNode part, JavaType type) {
        if (type.isCollectionLikeType()) {
            for (int i = 0; part.isArray() && i < part.size(); i++) {
                lookThrough(path + "[" + i + "]", part.get(i), type.getContentType());
            }
        } else if (type.isRecordType()) {
            Map<String, JavaType> known = fields(type);
            part.properties().forEach(field -> {
                String place = path + "." + field.getKey();
                JavaType definition = known.get(field.getKey());
                if (definition == null) {
                    found.accept(place, known.keySet());
                } else {
                    lookThrough(place, field.getValue(), definition);
                }
            });
        }
    }

    private static Map<String, JavaType> fields(JavaType type) {
        BeanDescription described = JSON.getSerializationConfig().introspect(type);
        Map<String, JavaType> fields = new LinkedHashMap<>();
        for (BeanPropertyDefinition property : described.findProperties()) {
            fields.put(property.getName(), property.getPrimaryType());
        }
        return fields;
    }
}
