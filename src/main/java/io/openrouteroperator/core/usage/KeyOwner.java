package io.openrouteroperator.core.usage;

/**
 * Whose calls they are.
 *
 * @param account object that holds its keys
 * @param namespace of the OpenRouterKey
 * @param name of the OpenRouterKey
 * @param uid of the OpenRouterKey
 * @param policy that governs it
 * @param classification that it asks for
 */
public record KeyOwner(
        String account, String namespace, String name, String uid, String policy, String classification) {
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
