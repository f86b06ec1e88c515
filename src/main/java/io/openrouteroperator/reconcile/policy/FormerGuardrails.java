package io.openrouteroperator.reconcile.policy;

import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.ClassificationStatus;
import io.openrouteroperator.api.v1alpha1.policy.FormerGuardrail;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.openrouter.RemoteGuardrail;
import io.openrouteroperator.core.policy.compile.GuardrailName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Deletes the guardrails of classes that were removed or moved to another workspace, once nothing is bound to them: their keys stay
 * under them until they are gone themselves. A key that is bound while this happens is not proven yet, and then cannot be.
 */
final class FormerGuardrails {
    private enum Fate {
        /** Something is bound to it, or OpenRouter did not answer. */
        LEFT,
        DELETED,
        /** It is not there any more, or not ours any more. */
        GONE
    }

    private static final Logger LOG = Logger.getLogger(FormerGuardrails.class);

    private final String cluster;
    private final PolicyTrail trail;

    FormerGuardrails(String cluster, PolicyTrail trail) {
        this.cluster = cluster;
        this.trail = trail;
    }

    /**
     * What became of them.
     *
     * @param left for the policy's status, by which the next pass tries again
     * @param deleted now
     */
    record Tidied(List<FormerGuardrail> left, List<FormerGuardrail> deleted) {}

    /**
     * Deletes what can be deleted.
     *
     * @param now what the policy's classes are after this pass
     * @param bound the guardrails that had keys when the account was polled
     */
    Tidied tidy(
            OpenRouterPolicy policy, List<ClassificationStatus> now, Collection<String> bound, OpenRouter openRouter) {
        List<FormerGuardrail> left = new ArrayList<>();
        List<FormerGuardrail> deleted = new ArrayList<>();
        for (FormerGuardrail former : FormerGuardrailMapper.former(policy.getStatus(), now)) {
            switch (bound.contains(former.id()) ? Fate.LEFT : fate(policy, former, openRouter)) {
                case LEFT -> left.add(former);
                case DELETED -> deleted.add(former);
                case GONE -> {}
            }
        }
        return new Tidied(left, deleted);
    }

    private Fate fate(OpenRouterPolicy policy, FormerGuardrail former, OpenRouter openRouter) {
        String name = policy.getMetadata().getName();
        try {
            Optional<RemoteGuardrail> ours =
                    openRouter.findGuardrail(former.id()).filter(found -> isOurs(found, name, former.classification()));
            if (ours.isEmpty()) {
                return Fate.GONE;
            }
            if (openRouter.isBound(former.id())) {
                return Fate.LEFT;
            }
            openRouter.deleteGuardrail(former.id());
            trail.deleted(name, former.classification(), ours.get());
            return Fate.DELETED;
        } catch (OpenRouterException trouble) {
            LOG.warnf("policy %s: guardrail %s is left: %s", name, former.id(), trouble.getMessage());
            return Fate.LEFT;
        }
    }

    /** By its name: whoever gave it another one has made it their own. */
    private boolean isOurs(RemoteGuardrail found, String policy, String classification) {
        String workspace = found.workspaceId();
        return workspace != null
                && GuardrailName.of(cluster, policy, classification, workspace)
                        .equals(found.settings().name());
    }
}
