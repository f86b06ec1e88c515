package io.openrouteroperator.core.openrouter;

/**
 * A built-in content filter that redacts a kind of personal data in requests.
 *
 * @param slug OpenRouter's name of the filter, such as {@code email}
 */
public record ContentFilter(String slug) implements Comparable<ContentFilter> {
    @Override
    public int compareTo(ContentFilter other) {
        return slug.compareTo(other.slug);
    }
}
