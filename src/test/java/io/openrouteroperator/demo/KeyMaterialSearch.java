package io.openrouteroperator.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks for whole keys where none may ever be. */
final class KeyMaterialSearch {
    /** Where it looks, in words. */
    static final List<String> PLACES = List.of("the operator's log", "events", "the operator's own objects");

    private static final Pattern WHOLE_KEY = Pattern.compile("sk-or-[a-z0-9]+-[0-9A-Za-z]{32,}");

    private KeyMaterialSearch() {}

    /** The places that hold a key. */
    static List<String> places(Stage stage) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(PLACES.get(0), stage.operatorLog());
        texts.put(PLACES.get(1), read(stage, "events.events.k8s.io"));
        texts.put(PLACES.get(2), read(stage, "openrouter"));
        List<String> found = new ArrayList<>();
        texts.forEach((place, text) -> {
            if (text.isBlank()) {
                throw new DemoFailure("nothing to search in " + place);
            }
            if (WHOLE_KEY.matcher(text).find()) {
                found.add(place);
            }
        });
        return found;
    }

    private static String read(Stage stage, String resource) {
        return stage.controlPlane()
                .kubectl("get", resource, "--all-namespaces", "--output", "yaml")
                .orThrow();
    }
}
