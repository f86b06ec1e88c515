package io.openrouteroperator.proof.fleet;

import java.util.Locale;

/** How the container of a service gets its key. */
public enum Reader {
    /** The whole Secret, in the environment. */
    ENV_FROM("envFrom: [{secretRef: {name: %s}}]", false),
    /** One entry, in the environment. */
    SECRET_KEY_REF("""
            env:
              - name: LLM_API_KEY
                valueFrom: {secretKeyRef: {name: %s, key: OPENROUTER_API_KEY}}""", false),
    /** One entry as a file of its own, which never changes. */
    SUB_PATH("volumeMounts: [{name: keys, mountPath: /etc/key, subPath: OPENROUTER_API_KEY}]", true),
    /** A folder of files, which the kubelet brings up to date. */
    FILE("volumeMounts: [{name: keys, mountPath: /etc/keys}]", true);

    /** Label of a pod that tells its reader. */
    public static final String LABEL = "fleet-reader";

    private final String container;
    private final boolean volume;

    Reader(String container, boolean volume) {
        this.container = container;
        this.volume = volume;
    }

    /** The value of the {@link #LABEL}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reader that a label tells. */
    public static Reader of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether a pod keeps what it read at its start. */
    public boolean readsAtStart() {
        return this != FILE;
    }

    /** The part of a container in YAML. */
    String containerPart(String secret) {
        return container.formatted(secret);
    }

    /** The part of a pod in YAML. */
    String podPart(String secret) {
        return volume ? "volumes: [{name: keys, secret: {secretName: %s}}]".formatted(secret) : "volumes: []";
    }
}
