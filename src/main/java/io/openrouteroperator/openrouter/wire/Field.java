package io.openrouteroperator.openrouter.wire;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of an answer: not there, there as null, or there with a value. */
public sealed interface Field<T> {
    /** The field is not in the answer. */
    record Absent<T>() implements Field<T> {}

    /** The field is in the answer and says null, which at OpenRouter means "not set". */
    record Null<T>() implements Field<T> {}

    /** The field has a value. */
    record Value<T>(T value) implements Field<T> {}

    /** The value, or null where there is none; for fields where absent and null mean the same by documentation. */
    default @Nullable T orNull() {
        return switch (this) {
            case Value<T> given -> given.value();
            case Absent<T> _, Null<T> _ -> null;
        };
    }

    /** The value, or a substitute where there is none. */
    default T orElse(T substitute) {
        return switch (this) {
            case Value<T> given -> given.value();
            case Absent<T> _, Null<T> _ -> substitute;
        };
    }

    /** Whether there is a value. */
    default boolean isSet() {
        return this instanceof Value<T>;
    }

    /** The same presence with another value. */
    default <R> Field<R> map(Function<T, R> mapping) {
        return switch (this) {
            case Value<T> given -> new Value<>(mapping.apply(given.value()));
            case Absent<T> _ -> new Absent<>();
            case Null<T> _ -> new Null<>();
        };
    }
}
