package io.openrouteroperator.core.admission.declaration;

import io.openrouteroperator.core.admission.declaration.Declaration.AccountDeleted;
import io.openrouteroperator.core.admission.declaration.Declaration.KeyWritten;
import io.openrouteroperator.core.admission.declaration.Declaration.PolicyDeleted;
import io.openrouteroperator.core.admission.declaration.Declaration.PolicyWritten;
import io.openrouteroperator.core.policy.PolicyRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is checked of a write to our own kinds. */
public final class DeclarationChecks {
    /** By this annotation on a policy or account, {@code "true"}, its author accepts that keys are left behind. */
    public static final String STRANDING_ALLOWED = StrandedKeys.ALLOWED;

    private DeclarationChecks() {}

    /** All objections. It may take a look at every key, so it is not for an event loop. */
    public static List<Objection> check(Declaration declaration, Declarations declarations) {
        StrandedKeys stranded = new StrandedKeys(declarations);
        return switch (declaration) {
            case KeyWritten(DeclaredKey now, @Nullable DeclaredKey before) -> {
                KeyChecks checks = new KeyChecks(declarations);
                yield Objection.softened(checks.check(now), before == null ? List.of() : checks.check(before));
            }
            case PolicyWritten(PolicyRules now, @Nullable PolicyRules before, boolean allowed) -> {
                PolicyChecks checks = new PolicyChecks(declarations);
                List<Objection> objections =
                        new ArrayList<>(Objection.softened(checks.rotation(now), checks.rotation(before)));
                objections.addAll(checks.overlaps(now, before));
                List<PolicyRules> after = without(now.name(), declarations);
                after.add(now);
                objections.addAll(stranded.of(after, now.name(), allowed));
                yield objections;
            }
            case PolicyDeleted(String name, boolean allowed) -> stranded.of(without(name, declarations), name, allowed);
            case AccountDeleted(String name, boolean allowed) -> stranded.ofAccount(name, allowed);
        };
    }

    private static List<PolicyRules> without(String name, Declarations declarations) {
        return new ArrayList<>(declarations.policies().stream()
                .filter(policy -> !policy.name().equals(name))
                .toList());
    }
}
