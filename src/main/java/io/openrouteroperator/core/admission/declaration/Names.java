package io.openrouteroperator.core.admission.declaration;

import java.util.Collection;

/** Lists of names that may be long. */
final class Names {
    private static final int MOST = 10;

    private Names() {}

    /** The first ten, and how many more there are. */
    static String some(Collection<?> names) {
        StringBuilder text = new StringBuilder();
        names.stream()
                .limit(MOST)
                .forEach(name -> text.append(text.isEmpty() ? "" : ", ").append(name));
        int rest = names.size() - MOST;
        return rest > 0 ? text + " and " + rest + " more" : text.toString();
    }
}
