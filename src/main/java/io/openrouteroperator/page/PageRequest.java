package io.openrouteroperator.page;

import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a browser asks for.
 *
 * @param namespace the only one to show, empty for all
 * @param classification the only class of data to show, empty for all
 * @param authorization the header of that name, null when there is none
 */
record PageRequest(
        String method,
        String path,
        String namespace,
        String classification,
        @Nullable String authorization) {
    /** Names of namespaces and classes alike. */
    private static final Pattern NAME = Pattern.compile("([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)?");

    /** Whether it only reads. */
    boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether both names could be those of something. */
    boolean isNamed() {
        return NAME.matcher(namespace).matches() && NAME.matcher(classification).matches();
    }

    /** What is to be shown. */
    ReviewScope scope() {
        return new ReviewScope(
                namespace.isEmpty() ? null : namespace, classification.isEmpty() ? null : classification);
    }

    /** A token must not reach a log. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
