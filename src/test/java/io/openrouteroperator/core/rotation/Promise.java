package io.openrouteroperator.core.rotation;

import java.util.stream.Stream;

/** What no history may break. */
enum Promise {
    G("a key is published only guarded, proven, funded and granted"),
    N("a published key works until its owner, its class or its overlap ends it"),
    O("at rest no key of ours is without an owner"),
    L("no call is refused as long as its pod was able to follow"),
    D("an earlier key is retired only with its drain proof, or when its overlap is over"),
    S("a key is disabled for its soak before it is deleted"),
    A("no published key gets older than maxAge"),
    T("no rotation by age begins out of its turn"),
    P("no decision holds key material"),
    X("creates are sent once; what somebody else did stays; everything comes to rest");

    private final String words;

    Promise(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The promise that a violation speaks of. */
    static Promise of(String violation) {
        return Stream.of(values())
                .filter(promise -> violation.startsWith(promise.name() + ": "))
                .findFirst()
                .orElse(X);
    }
}
