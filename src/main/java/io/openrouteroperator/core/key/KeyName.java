package io.openrouteroperator.core.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a key at OpenRouter, {@code k8s/<cluster>/<namespace>/<name>/<uid8>-<serial>-<nonce>}: by it a key whose creation
 * got lost is found again, and proven to be ours (traps 2 to 5). At most 100 ASCII characters; long middles are cut and end in a
 * hash, so that two services never share a name.
 *
 * @param cluster the cluster's id
 * @param service the middle as written, namespace and name of the owner, possibly cut
 * @param shortUid first eight characters of the owner's UID
 * @param serial which generation of the owner's key
 * @param nonce random characters recorded before the key was made
 */
public record KeyName(String cluster, String service, String shortUid, int serial, String nonce) {
    /** No published maximum exists; other tools stop at 255, dashboards are kinder to less. */
    public static final int MAX_LENGTH = 100;

    private static final Pattern SHAPE =
            Pattern.compile("k8s/([^/]+)/(.*)/([0-9a-z-]{1,8})-([0-9]{1,9})-([0-9a-z]{6,16})");

    /** The whole name for a generation of a service's key. */
    public static String compose(ServiceKeyId id, int serial, String nonce) {
        String head = "k8s/" + id.cluster() + "/";
        String tail = "/" + id.shortUid() + "-" + serial + "-" + nonce;
        String middle = id.namespace() + "/" + id.name();
        int room = MAX_LENGTH - head.length() - tail.length();
        if (middle.length() > room) {
            String digest = shortDigest(middle);
            middle = middle.substring(0, Math.max(0, room - digest.length() - 1)) + "~" + digest;
        }
        return head + middle + tail;
    }

    /** The parts that prove whose key it is, or empty for a name that we did not give. */
    public static Optional<KeyName> parse(String name) {
        Matcher matcher = SHAPE.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new KeyName(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                Integer.parseInt(matcher.group(4)),
                matcher.group(5)));
    }

    /** The parts of a name that was given to a key of that service, or empty for any other name. */
    public static Optional<KeyName> of(ServiceKeyId id, String name) {
        return parse(name).filter(parts -> parts.belongsTo(id));
    }

    /**
     * Whether a key with this name was made for that service. The short UID alone would not do: among ten thousand services two
     * share theirs once in a hundred clusters, and one would delete the other's keys as orphans.
     */
    public boolean belongsTo(ServiceKeyId id) {
        return parse(compose(id, serial, nonce)).filter(this::equals).isPresent();
    }

    /**
     * The name that a key gets when it outlives its object. It says whose it was, and parses as none of ours, so that nobody takes
     * it for an orphan; never longer than the name before, because the nonce goes.
     *
     * @param fate what was done with it, such as {@code retained}
     */
    public String afterlife(String fate) {
        return fate + "/" + cluster + "/" + service + "/" + shortUid + "-" + serial;
    }

    private static String shortDigest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
