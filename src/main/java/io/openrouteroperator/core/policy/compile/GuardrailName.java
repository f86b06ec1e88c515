package io.openrouteroperator.core.policy.compile;

import java.util.List;

/** The name of a guardrail, made only from what it is for, so that one whose creation was not answered is found again. */
public final class GuardrailName {
    private static final int MAXIMUM = 200;
    private static final int HASH = 12;

    private GuardrailName() {}

    /** At most 200 ASCII characters; a long or foreign name is shortened with a hash of the whole. */
    public static String of(String clusterId, String policy, String classification, String workspaceId) {
        List<String> parts = List.of(clusterId, policy, classification, workspaceId);
        String whole = "k8s/" + String.join("/", parts);
        String readable = whole.replaceAll("[^\\x21-\\x7e]", "_");
        if (readable.equals(whole) && whole.length() <= MAXIMUM) {
            return whole;
        }
        String beginning = readable.substring(0, Math.min(readable.length(), MAXIMUM - HASH - 1));
        return beginning + "~" + Fingerprint.of(parts).substring(0, HASH);
    }
}
