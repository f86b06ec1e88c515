package io.openrouteroperator.reconcile.key;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Random parts of key names: ten lower-case letters and digits, so that no two creations ever share a name. */
final class Nonces implements Supplier<String> {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 10;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(
                        StringBuilder::new, (text, index) -> text.append(ALPHABET.charAt(index)), StringBuilder::append)
                .toString();
    }
}
