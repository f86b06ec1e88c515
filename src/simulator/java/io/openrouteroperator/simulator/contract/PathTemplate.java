package io.openrouteroperator.simulator.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path of the contract, with parameters in braces.
 *
 * @param text as written in the contract, such as {@code /keys/{hash}}
 */
record PathTemplate(String text) {

    /** The values of the parameters by name if {@code path} has this form. */
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = steps(text);
        List<String> given = steps(path);
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int index = 0; index < wanted.size(); index++) {
            String step = wanted.get(index);
            String value = given.get(index);
            if (isParameter(step) && !value.isEmpty()) {
                parameters.put(step.substring(1, step.length() - 1), value);
            } else if (!step.equals(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** How many steps are literal: of two templates that match a path, the one with more of them is meant. */
    int literalSteps() {
        return (int) steps(text).stream().filter(step -> !isParameter(step)).count();
    }

    private static boolean isParameter(String step) {
        return step.startsWith("{");
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>(List.of(path.split("/", -1)));
        steps.removeFirst();
        return steps;
    }
}
