package io.openrouteroperator.core.compliance.report;

import io.openrouteroperator.core.compliance.check.GovernedClass;
import io.openrouteroperator.core.compliance.snapshot.CompiledClass;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class with what it allows, and the way that its data takes.
 *
 * @param host where requests go first, empty when the account is not known
 * @param keys how many keys it has
 * @param services how many keys each namespace has, the largest first
 */
public record ClassLine(GovernedClass governed, String host, int keys, List<Map.Entry<String, Integer>> services) {
    public ClassLine {
        services = List.copyOf(services);
    }

    /** The policy that it belongs to. */
    public String policy() {
        return governed.policy().name();
    }

    /** Its name. */
    public String name() {
        return governed.rules().name();
    }

    /** Whether its rules are those of regulated data. */
    public boolean regulated() {
        return governed.regulated();
    }

    /** The providers that may serve, as compiled; {@code *} stands for all. */
    public List<String> providers() {
        CompiledClass compiled = governed.compiled();
        return compiled == null ? List.of() : compiled.providers();
    }

    /** Named providers that do not qualify, with the reason. */
    public List<String> excluded() {
        CompiledClass compiled = governed.compiled();
        return compiled == null ? List.of() : compiled.excluded();
    }

    /** How many models may be used, null for all, or while it is not compiled. */
    public @Nullable Integer models() {
        CompiledClass compiled = governed.compiled();
        return compiled == null ? null : compiled.models();
    }

    /** What of the data is redacted, kept and trained on, in words. */
    public String dataRules() {
        var data = governed.rules().data();
        return (data.allowTraining() ? "training allowed" : "no training")
                + (data.zeroDataRetention() ? ", nothing kept" : ", retention as the provider does it")
                + (data.redact().isEmpty() ? "" : ", redacted: " + String.join(", ", data.redact()));
    }
}
