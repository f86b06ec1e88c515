package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.rotation.KeyWishes.Requests;

/** What owners ask for in tests, one wish each. */
final class Wishes {
    static final KeyWishes SUSPENDED = new KeyWishes(Requests.none(), false, true, true);
    static final KeyWishes ADOPTION = new KeyWishes(Requests.none(), true, true, false);
    static final KeyWishes NO_RESTARTS = new KeyWishes(Requests.none(), false, false, false);

    private Wishes() {}

    static KeyWishes generation(long number) {
        return asking(new Requests(number, null, null, null));
    }

    static KeyWishes rotation(String value) {
        return asking(new Requests(0, value, null, null));
    }

    static KeyWishes revocation(String value) {
        return asking(new Requests(0, null, value, null));
    }

    static KeyWishes rollback(String serial) {
        return asking(new Requests(0, null, null, serial));
    }

    private static KeyWishes asking(Requests requests) {
        return new KeyWishes(requests, false, true, false);
    }
}
