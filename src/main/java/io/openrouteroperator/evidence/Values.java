package io.openrouteroperator.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.core.compliance.snapshot.Conditions;
import io.openrouteroperator.core.compliance.snapshot.ObservedCondition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as objects write them; one that is no such value throws an unchecked exception, which leaves a gap. */
final class Values {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Values() {}

    static <T> T read(JsonNode object, Class<T> kind) {
        try {
            return JSON.treeToValue(object, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no " + kind.getSimpleName());
        }
    }

    static Instant time(String text) {
        return Instant.parse(text);
    }

    static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    static Conditions conditions(List<Condition> conditions) {
        return new Conditions(conditions.stream()
                .map(each -> new ObservedCondition(
                        text(each.getType()),
                        text(each.getStatus()),
                        text(each.getReason()),
                        text(each.getMessage()),
                        instant(each.getLastTransitionTime())))
                .toList());
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
