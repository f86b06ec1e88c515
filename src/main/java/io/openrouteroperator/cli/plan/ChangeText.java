package io.openrouteroperator.cli.plan;

import io.openrouteroperator.core.plan.KeyChange;
import io.openrouteroperator.core.plan.SettingText;
import io.openrouteroperator.core.policy.DurationText;
import io.openrouteroperator.core.schedule.PlannedRotation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Changes of keys in words. */
final class ChangeText {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ChangeText() {}

    /** One word for scripts. */
    static String word(KeyChange change) {
        return switch (change) {
            case KeyChange.GrantLost lost -> lost.stranded() ? "class-lost" : "grant-lost";
            case KeyChange.GrantWon _ -> "grant-won";
            case KeyChange.PolicyChanged _ -> "policy";
            case KeyChange.AccountChanged _ -> "account";
            case KeyChange.LimitChanged _ -> "limit";
            case KeyChange.LifeChanged _ -> "expiry";
            case KeyChange.RotationMoved _ -> "rotation";
        };
    }

    /** A sentence for people. */
    static String of(KeyChange change, boolean inUse) {
        return switch (change) {
            case KeyChange.GrantLost(String path, String why, boolean stranded) ->
                (stranded && inUse ? "stranded, at " : "no longer granted, at ") + path + ": " + why;
            case KeyChange.GrantWon(String policy, String classification, var limit) ->
                "granted by %s as %s, %s".formatted(policy, classification, SettingText.of(limit));
            case KeyChange.PolicyChanged(String from, String to) -> "policy: %s -> %s".formatted(from, to);
            case KeyChange.AccountChanged(String from, String to) ->
                "stranded: a key cannot move from account %s to %s; make another OpenRouterKey".formatted(from, to);
            case KeyChange.LimitChanged(var from, var to) ->
                "limit: %s -> %s".formatted(SettingText.of(from), SettingText.of(to));
            case KeyChange.LifeChanged(var from, var to) ->
                "expiry of its next keys: %s -> %s after they are made"
                        .formatted(DurationText.format(from), DurationText.format(to));
            case KeyChange.RotationMoved moved -> rotation(moved);
        };
    }

    static String time(Instant moment) {
        return UTC.format(moment);
    }

    private static String rotation(KeyChange.RotationMoved moved) {
        PlannedRotation from = moved.from();
        String to = moved.dueNow() ? "now" : time(moved.to().at());
        return "next rotation: %s -> %s (%s)"
                .formatted(
                        from == null ? "none" : time(from.at()),
                        to,
                        moved.to().cause().words());
    }
}
