package io.openrouteroperator.core.policy.compile;

import java.util.Collection;

/**
 * A name or a glob, in which {@code *} stands for any characters or none. Compared exactly, letter case included.
 *
 * @param text as written in the policy
 */
record NamePattern(String text) {
    /** Whether it names one thing. */
    boolean exact() {
        return text.indexOf('*') < 0;
    }

    /** Whether it matches whatever there is. */
    boolean everything() {
        return text.equals("*");
    }

    boolean matchesAny(Collection<String> names) {
        return names.stream().anyMatch(this::matches);
    }

    // Two positions instead of a regular expression: linear, and nothing in a name can be special.
    boolean matches(String name) {
        int at = 0;
        int pattern = 0;
        int lastStar = -1;
        int resumeAt = 0;
        while (at < name.length()) {
            if (pattern < text.length() && text.charAt(pattern) == '*') {
                lastStar = pattern++;
                resumeAt = at;
            } else if (pattern < text.length() && text.charAt(pattern) == name.charAt(at)) {
                pattern++;
                at++;
            } else if (lastStar >= 0) {
                pattern = lastStar + 1;
                at = ++resumeAt;
            } else {
                return false;
            }
        }
        return text.substring(pattern).chars().allMatch(rest -> rest == '*');
    }
}
