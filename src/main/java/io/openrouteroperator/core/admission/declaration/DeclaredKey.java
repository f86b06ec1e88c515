package io.openrouteroperator.core.admission.declaration;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.openrouter.ResetInterval;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An OpenRouterKey, reduced to what other objects can be at odds with.
 *
 * @param policyRef the policy it names, null when it names none
 * @param usd the limit it asks for, null when it asks for none
 * @param reset the interval of that limit, null for the one of the class
 * @param interval of its rotation, null for the one of the class
 * @param secretName the Secret it is delivered in
 * @param account the account that holds keys of it, null while none does
 * @param leaving whether it is being deleted
 */
public record DeclaredKey(
        ObjectName name,
        @Nullable String policyRef,
        String classification,
        @Nullable BigDecimal usd,
        @Nullable ResetInterval reset,
        @Nullable String interval,
        String secretName,
        @Nullable String account,
        boolean leaving) {
    /** Whether a service may be using a key of it, and goes on to want one. */
    public boolean isInUse() {
        return account != null && !leaving;
    }
}
