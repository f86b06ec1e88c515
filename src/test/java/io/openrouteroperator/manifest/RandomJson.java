package io.openrouteroperator.manifest;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON texts from a seed, with all that makes readers differ: names that come twice, odd numbers, escapes, nesting. */
final class RandomJson {
    private static final List<String> NAMES = List.of(
            "a", "b", "c", "name", "valueFrom", "", "\\u0061", "x/y", "long-name-of-a-label.example/" + "z".repeat(40));
    private static final List<String> SCALARS = List.of(
            "\"\"",
            "\"text\"",
            "\"\\\"\\\\\\n\\u00e9\"",
            "\"é\"",
            "0",
            "-7",
            "1.5",
            "3e4",
            "true",
            "false",
            "null",
            "{}",
            "[]");

    private final Random random;

    RandomJson(long seed) {
        random = new Random(seed);
    }

    /** @param depth of nesting at most */
    String value(int depth) {
        int choice = depth == 0 ? 0 : random.nextInt(3);
        return switch (choice) {
            case 0 -> pick(SCALARS);
            case 1 -> "[" + items(depth, "") + "]";
            default -> object(depth);
        };
    }

    /** An object; it has many fields now and then. */
    String object(int depth) {
        String numbered = random.nextInt(8) == 0 ? "n" : "";
        return "{" + items(depth, numbered.isEmpty() ? "?" : numbered) + "}";
    }

    private String items(int depth, String names) {
        int count = names.equals("n") ? random.nextInt(60) : random.nextInt(7);
        return IntStream.range(0, count)
                .mapToObj(_ -> name(names) + value(depth - 1))
                .collect(Collectors.joining(random.nextBoolean() ? "," : " ,\n"));
    }

    private String name(String names) {
        return switch (names) {
            case "" -> "";
            case "n" -> "\"" + random.nextInt(50) + "\":";
            default -> "\"" + pick(NAMES) + "\": ";
        };
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
