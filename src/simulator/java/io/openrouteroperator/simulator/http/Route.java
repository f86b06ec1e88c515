package io.openrouteroperator.simulator.http;

import io.openrouteroperator.simulator.access.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One method on one path, with variable steps in braces. */
final class Route {

    private static final Pattern STEP = Pattern.compile("\\{(\\w+)}");

    private final String method;
    private final Pattern pattern;
    private final List<String> names = new ArrayList<>();
    private final Access access;
    private final Handler handler;

    Route(String method, String template, Access access, Handler handler) {
        this.method = method;
        this.access = access;
        this.handler = handler;
        STEP.matcher(template).results().forEach(step -> names.add(step.group(1)));
        this.pattern = Pattern.compile(STEP.matcher(template).replaceAll("([^/]+)"));
    }

    /** The values of the variable steps if the path matches. */
    Optional<Map<String, String>> match(String calledMethod, String path) {
        Matcher matcher = pattern.matcher(path);
        if (!method.equals(calledMethod) || !matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(values);
    }

    Access access() {
        return access;
    }

    Handler handler() {
        return handler;
    }
}
