package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.openrouteroperator.cli.cluster.DefinitionCheck.Misfit;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A value that its field does not take. Jackson's own message may quote it, so it is not passed on. */
final class WrongValue {
    private WrongValue() {}

    static Misfit of(JsonMappingException problem) {
        String path = path(problem.getPath());
        String values = problem instanceof InvalidFormatException wrong ? values(wrong.getTargetType()) : "";
        String takes = values.isEmpty() ? " does not take what is written there" : " takes one of " + values;
        return new Misfit(path, "does not fit its definition: " + path + takes);
    }

    private static String values(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(WrongValue::written)
                .collect(Collectors.joining(", "));
    }

    private static String written(Field constant) {
        JsonProperty name = constant.getAnnotation(JsonProperty.class);
        return name == null ? constant.getName() : name.value();
    }

    private static String path(List<JsonMappingException.Reference> steps) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : steps) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
