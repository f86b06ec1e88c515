package io.openrouteroperator.core.schedule;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether a person's cron expression is one, and which of its fields to correct if not. */
public final class CronText {
    private record Field(String name, String values) {}

    private static final List<Field> FIELDS = List.of(
            new Field("minute", "0 to 59"),
            new Field("hour", "0 to 23"),
            new Field("day of month", "1 to 31"),
            new Field("month", "1 to 12 or JAN to DEC"),
            new Field("day of week", "0 to 7 or SUN to SAT"));

    private CronText() {}

    /** What is wrong with it and what to write instead; empty when it is right. */
    public static Optional<String> problem(String text) {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != FIELDS.size()) {
            return Optional.of(
                    "'" + text + "' is no cron expression; write minute, hour, day of month, month and day of week, "
                            + "such as 0 2 * * SUN");
        }
        Optional<String> wrong = IntStream.range(0, fields.length)
                .filter(index -> !isCron("* ".repeat(index) + fields[index] + " *".repeat(fields.length - 1 - index)))
                .mapToObj(index -> problem(text, fields[index], FIELDS.get(index)))
                .findFirst();
        return wrong.or(() -> isCron(text)
                ? Optional.empty()
                : Optional.of(
                        "'" + text + "' never opens: no such day comes in such a month; write a day of 28 or less"));
    }

    private static String problem(String text, String value, Field field) {
        return "'" + text + "' is no cron expression: '" + value + "' is no " + field.name() + "; write "
                + field.values() + ", a range such as 1-5, a list such as 1,3, a step such as */2, or *";
    }

    private static boolean isCron(String text) {
        try {
            return Cron.parse(text).comesAtAll();
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }
}
