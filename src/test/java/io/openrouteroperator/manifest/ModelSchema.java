package io.openrouteroperator.manifest;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;

/** The fields of a pod as the Kubernetes client's classes have them. */
final class ModelSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private final List<PodField> fields = new ArrayList<>();

    private ModelSchema() {}

    static List<PodField> textFields() {
        ModelSchema schema = new ModelSchema();
        schema.walk("", JSON.constructType(PodSpec.class));
        return schema.fields;
    }

    private void walk(String prefix, JavaType type) {
        for (BeanPropertyDefinition property :
                JSON.getSerializationConfig().introspect(type).findProperties()) {
            visit(prefix + property.getName(), property.getAccessor().getType());
        }
    }

    private void visit(String path, JavaType type) {
        if (type.hasRawClass(String.class)) {
            fields.add(new PodField(path));
        } else if (type.isCollectionLikeType()) {
            visit(path + "[]", type.getContentType());
        } else if (type.isMapLikeType() && type.getContentType().hasRawClass(String.class)) {
            fields.add(new PodField(path + "{}"));
        } else if (type.getRawClass().getPackageName().equals(MODEL)
                && !type.hasRawClass(Quantity.class)
                && !type.hasRawClass(IntOrString.class)) {
            walk(path + ".", type);
        }
    }
}
