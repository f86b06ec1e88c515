package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.policy.CatalogueGrowth;
import io.openrouteroperator.core.policy.ClassificationRules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be compiled.
 *
 * @param rules of one classification
 * @param guardrailName as {@link GuardrailName} makes it
 * @param growth whether lists may grow with the catalogue
 * @param previous what was compiled before, null for the first time
 * @param today in UTC; models that end by then are left out
 */
public record CompilerInput(
        ClassificationRules rules,
        String guardrailName,
        CatalogueGrowth growth,
        @Nullable PreviousCompilation previous,
        LocalDate today) {}
