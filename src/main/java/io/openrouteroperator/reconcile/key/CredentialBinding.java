package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyScope;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.ProviderCredential;
import io.openrouteroperator.reconcile.account.AccountView;
import io.openrouteroperator.reconcile.policy.ClassificationView.Enforced;
import java.util.List;
import java.util.Set;

/**
 * Lets a key use the provider credentials that its class requires. A credential's list of keys may name live keys only, or
 * OpenRouter refuses all of it (trap 14), so keys that are gone leave the list with the next one that enters.
 */
final class CredentialBinding {
    private CredentialBinding() {}

    /** Adds the key to every credential of its class that is limited to certain keys; one open to all keys stays so. */
    static void bind(AccountView account, Enforced classification, KeyHash key) {
        if (!classification.rules().providers().byokRequired()) {
            return;
        }
        OpenRouter openRouter = account.connection();
        List<String> providers = classification.compiled().providers();
        for (ProviderCredential credential : openRouter.listCredentials(classification.workspaceId())) {
            if (providers.contains(credential.provider())
                    && credential.keys() instanceof KeyScope.OnlyKeys(var keys)
                    && !keys.contains(key)) {
                Set<KeyHash> live = account.living(keys);
                live.add(key);
                openRouter.limitCredential(credential.id(), KeyScope.only(live));
            }
        }
    }
}
