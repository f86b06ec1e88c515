package io.openrouteroperator.manifest;

import org.jspecify.annotations.Nullable;

/**
 * The way to a field. It is written out only for the few fields that matter; a pod has hundreds. Below a path that is longer than any
 * of Kubernetes it names the field that all is in: names may have 50,000 letters, and each may have thousands of fields below it.
 */
final class FieldPath {
    private static final int LONGEST = 1_024;
    private static final int PUNCTUATION = 2;

    private final @Nullable FieldPath parent;
    private final String name;
    private final int index;
    private final int length;

    private FieldPath(@Nullable FieldPath parent, String name, int index) {
        this.length = (parent == null ? 0 : parent.length) + name.length() + PUNCTUATION;
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** A path to start from, as it is to be written. */
    static FieldPath of(String path) {
        return new FieldPath(null, path, -1);
    }

    FieldPath field(String field) {
        return length + field.length() > LONGEST ? this : new FieldPath(this, field, -1);
    }

    FieldPath item(int position) {
        return length > LONGEST ? this : new FieldPath(this, "", position);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(length);
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        if (parent == null) {
            text.append(name);
            return;
        }
        parent.write(text);
        if (index >= 0) {
            text.append('[').append(index).append(']');
        } else if (name.indexOf('.') < 0 && name.indexOf('/') < 0) {
            text.append('.').append(name);
        } else {
            text.append('[').append(name).append(']');
        }
    }
}
