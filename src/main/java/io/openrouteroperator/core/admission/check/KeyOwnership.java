package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.ExposedKey;
import io.openrouteroperator.core.admission.ForeignKey;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.LeakedKey;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.facts.KeyReference;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.admission.recognition.KeyMark;
import io.openrouteroperator.core.admission.recognition.KeyShape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose a found key is, told from its hash. */
record KeyOwnership(KeyMark mark, boolean management, Optional<ManagedKey> owner) {
    static KeyOwnership of(KeyMark mark, Governance governance) {
        boolean management = mark.shape() == KeyShape.MANAGEMENT || governance.isManagementKey(mark.hash());
        return new KeyOwnership(mark, management, governance.ownerOf(mark.hash()));
    }

    /** Whether a reference is judged by name alone, so that the content of its target does not matter. */
    static boolean isSettled(KeyReference reference, String namespace, Governance governance) {
        ObjectName target = new ObjectName(namespace, reference.target());
        return reference.target().isEmpty()
                || (reference.isSecret()
                        && (governance.keyOfSecret(target).isPresent() || governance.holdsManagementKey(target)));
    }

    /** The key in words, after "holds". */
    String describe() {
        if (management) {
            return "the management key " + mark.describe();
        }
        return owner.map(key -> "%s, the key of OpenRouterKey \"%s\" (class %s)"
                        .formatted(mark.describe(), key.name(), key.classification()))
                .orElseGet(() ->
                        "the OpenRouter key " + mark.describe() + ", which no OpenRouterKey of this cluster owns");
    }

    /** Why the key must not be here. */
    String reason() {
        if (management) {
            return "A management key can make keys without limit and delete those of others; only the operator may have it.";
        }
        return owner.isPresent()
                ? "A copy outlives the key's rotation, and whoever can read it can spend the owner's budget."
                : "A key without an owner here has no limit, no rotation and no approved list of providers.";
    }

    /** What else must be done because the key was in the open, ending the fix; empty for a foreign key. */
    String afterLeak() {
        return owner.map(key -> """


                        The key has been copied, so replace it too. This makes a new one, and the copied one stops working:

                        kubectl annotate openrouterkey -n %s %s openrouter-operator.io/revoke=leaked --overwrite""".formatted(key.name().namespace(), key.name().name()))
                .orElse("");
    }

    /** The service key that lies open here; null for a management key. */
    @Nullable
    ExposedKey exposed() {
        if (owner.isPresent()) {
            return new LeakedKey(owner.get().name(), mark.hash());
        }
        return management ? null : new ForeignKey(mark.hash());
    }

    @Nullable
    String classification() {
        return owner.map(ManagedKey::classification).orElse(null);
    }
}
