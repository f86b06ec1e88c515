package io.openrouteroperator.core.admission.facts;

/** One string of an object and where it stands; it prints its place only, since the text may hold a key. */
public record TextField(String path, String text) {
    @Override
    public String toString() {
        return path;
    }
}
