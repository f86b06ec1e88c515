package io.openrouteroperator.simulator.fault;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.regex.Pattern;

/** A path with wildcards: {@code *} stands for one step, {@code **} for any number of steps. */
public final class PathPattern {

    private final Pattern pattern;

    public PathPattern(String text) {
        this.pattern = Pattern.compile(
                Arrays.stream(text.split("/", -1)).map(PathPattern::regexOf).collect(joining("/")));
    }

    /** Whether the whole path matches. */
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    private static String regexOf(String step) {
        return switch (step) {
            case "**" -> ".*";
            case "*" -> "[^/]*";
            default -> Pattern.quote(step);
        };
    }
}
