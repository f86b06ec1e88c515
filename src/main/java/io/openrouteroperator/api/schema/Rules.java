package io.openrouteroperator.api.schema;

/**
 * Pieces of CEL, and the messages that go with them, that more than one record uses.
 *
 * <p>Rules may use three macros, which the generation of the CRDs writes out: {@code $seconds(text)} is the length of
 * a duration such as 90d; {@code $given(path, fallback)} is the field at the path where all of the path is present, and
 * the fallback otherwise; {@code $opensWithin(windows, seconds)} is true when at least one of the windows is sure to
 * open within that time, or its text does not show how often it opens.
 */
public final class Rules {
    /** Longest duration as text. */
    public static final int DURATION_LENGTH = 24;

    private static final String DURATION_REGEX =
            "'^([1-9][0-9]{0,3}d)?([1-9][0-9]{0,4}h)?([1-9][0-9]{0,5}m)?([1-9][0-9]{0,6}s)?$'";

    /** A string is a duration. CEL's own durations end at hours, so days are our addition. */
    public static final String IS_DURATION = "self.size() > 1 && self.matches(" + DURATION_REGEX + ")";

    /** What to write when {@link #IS_DURATION} fails. */
    public static final String IS_DURATION_MESSAGE =
            "must be a duration: whole numbers with the units d, h, m, s, largest unit first; write 90d, 12h or 1h30m";

    /** A string is a DNS label (RFC 1123). */
    public static final String IS_DNS_LABEL = "self.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$')";

    /** What to write when {@link #IS_DNS_LABEL} fails. */
    public static final String IS_DNS_LABEL_MESSAGE =
            "must be a DNS label: lower-case letters, digits and '-', beginning and ending with a letter or digit; write my-name";

    /** A string is the name of a Kubernetes object. */
    public static final String IS_OBJECT_NAME =
            "self.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$')";

    /** What to write when {@link #IS_OBJECT_NAME} fails. */
    public static final String IS_OBJECT_NAME_MESSAGE =
            "must be the name of a Kubernetes object: lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit; write my-name";

    /** A string is the name of a Secret entry. */
    public static final String IS_ENTRY_NAME = "self.matches('^[-._a-zA-Z0-9]+$') && self != '.' && self != '..'";

    /** What to write when {@link #IS_ENTRY_NAME} fails. */
    public static final String IS_ENTRY_NAME_MESSAGE =
            "must be a valid name of a Secret entry: letters, digits, '-', '_' and '.'; write OPENROUTER_API_KEY";

    /** A string is the slug or id of a workspace. */
    public static final String IS_WORKSPACE = "self.matches('^[A-Za-z0-9][A-Za-z0-9_-]*$')";

    /** What to write when {@link #IS_WORKSPACE} fails. */
    public static final String IS_WORKSPACE_MESSAGE =
            "must be the slug or the id of a workspace, as its address at OpenRouter shows it; write payments";

    private Rules() {}
}
