package io.openrouteroperator.core.audit.chain;

import java.util.List;
import java.util.regex.Pattern;

/** Which heads of other writers the first line of a chain vouches for. */
final class Continuations {
    private static final Pattern HEAD = Pattern.compile(
            "\\{\"writer\":\"([A-Za-z0-9.-]{1,253}+)\",\"sequence\":([0-9]{1,18}+),\"hash\":\"([0-9a-f]{64}+)\"\\}");

    private Continuations() {}

    static List<ChainHead> of(ChainLine start) {
        return HEAD.matcher(start.text())
                .results()
                .map(head -> new ChainHead(head.group(1), Long.parseLong(head.group(2)), head.group(3)))
                .toList();
    }
}
