package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.key.KeyUsage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A gauge of a key. Where several keys share a series, it tells the worst of them, or their sum. Times are seconds since 1970.
 *
 * @param meter its name
 * @param description for those who read the metrics
 * @param figure its value; not a number when the key has none
 * @param worse which of two values is the worse
 */
record KeyGauge(String meter, String description, ToDoubleFunction<KeyReading> figure, DoubleBinaryOperator worse) {
    static final List<KeyGauge> ALL = List.of(
            flag("key.ready", "1 when the key is ready", KeyReading::ready, Math::min),
            time("key.next.rotation", "when the key is to be replaced", KeyReading::nextRotation),
            time("key.expiry", "when OpenRouter stops the key by itself", KeyReading::expiry),
            time(
                    "key.overlap.start",
                    "since when the oldest earlier key works beside the current one",
                    KeyReading::overlapStart),
            time("key.overlap.end", "when that earlier key is disabled, whoever uses it", KeyReading::overlapEnd),
            flag(
                    "key.rollout.held.up",
                    "1 while consumers hold an earlier key and somebody has to act",
                    KeyReading::heldUp,
                    Math::max),
            flag(
                    "key.breaker.open",
                    "1 while no key is made because too many were made within an hour",
                    KeyReading::breakerOpen,
                    Math::max),
            dollars(
                    "key.usage.daily",
                    "US dollars that the key spent since midnight UTC",
                    KeyUsage::daily,
                    Double::sum),
            dollars(
                    "key.usage.monthly",
                    "US dollars that the key spent since the first of the month, UTC",
                    KeyUsage::monthly,
                    Double::sum),
            dollars(
                    "key.limit.remaining",
                    "US dollars left until the next reset of the key's limit",
                    KeyUsage::remaining,
                    Math::min));

    /** The worst of these keys; not a number when none has such a figure. */
    double of(Collection<KeyReading> keys) {
        return keys.stream()
                .mapToDouble(figure)
                .filter(each -> !Double.isNaN(each))
                .reduce(worse)
                .orElse(Double.NaN);
    }

    private static KeyGauge flag(
            String name, String description, Predicate<KeyReading> holds, DoubleBinaryOperator worse) {
        return new KeyGauge(KeyMeters.PREFIX + name, description, key -> holds.test(key) ? 1 : 0, worse);
    }

    private static KeyGauge time(String name, String description, Function<KeyReading, @Nullable Instant> time) {
        return new KeyGauge(
                KeyMeters.PREFIX + name + ".timestamp.seconds",
                description,
                key -> seconds(time.apply(key)),
                Math::min);
    }

    private static KeyGauge dollars(
            String name, String description, Function<KeyUsage, @Nullable String> amount, DoubleBinaryOperator worse) {
        return new KeyGauge(
                KeyMeters.PREFIX + name + ".usd",
                description,
                key -> key.usage() == null ? Double.NaN : number(amount.apply(key.usage())),
                worse);
    }

    private static double number(@Nullable String amount) {
        return amount == null ? Double.NaN : Double.parseDouble(amount);
    }

    private static double seconds(@Nullable Instant instant) {
        return instant == null ? Double.NaN : instant.getEpochSecond();
    }
}
