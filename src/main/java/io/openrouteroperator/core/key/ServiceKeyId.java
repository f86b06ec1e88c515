package io.openrouteroperator.core.key;

/**
 * Which service key, in which cluster: what remote names are made of.
 *
 * @param cluster the cluster's id, without a slash
 * @param namespace namespace of the OpenRouterKey
 * @param name its name
 * @param uid its UID; a key deleted and made again is another key
 */
public record ServiceKeyId(String cluster, String namespace, String name, String uid) {
    /** The first eight characters of the UID, as remote names carry them. */
    public String shortUid() {
        return uid.substring(0, Math.min(8, uid.length()));
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
