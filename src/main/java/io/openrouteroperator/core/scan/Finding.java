package io.openrouteroperator.core.scan;

import io.openrouteroperator.core.admission.DatedExemption;
import io.openrouteroperator.core.admission.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A violation that exists.
 *
 * @param exemption why it is let be for now; null unless the result is {@link FindingResult#SKIP}
 */
public record Finding(
        FindingSubject subject,
        Violation violation,
        FindingResult result,
        @Nullable DatedExemption exemption) {}
