package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.policy.compile.ModelName;
import java.time.LocalDate;

/** What rows are summed by before they are judged: a provider may serve a model from several endpoints. */
record ServedCell(LocalDate day, String providerName, String model, String modelId) {
    static ServedCell of(ActivityRow row) {
        return new ServedCell(
                row.date(),
                row.providerName(),
                ModelName.of(new Model(row.model(), row.canonicalSlug(), null)),
                row.model());
    }

    /** Whether it is a free variant, by either of its names. */
    boolean isFree() {
        return model.endsWith(":free") || modelId.endsWith(":free");
    }

    /** The model's name without its variant. */
    String baseModel() {
        int variant = model.lastIndexOf(':');
        return variant < 0 ? model : model.substring(0, variant);
    }
}
