package io.openrouteroperator.governance;

import io.openrouteroperator.api.v1alpha1.policy.Reset;
import io.openrouteroperator.core.openrouter.ResetInterval;
import org.jspecify.annotations.Nullable;

/** From the reset interval as written to that of {@code core}. */
public final class ResetMapper {
    private ResetMapper() {}

    /** The interval; monthly where nothing is said, as the CRD documents. */
    public static ResetInterval interval(@Nullable Reset written) {
        return switch (written) {
            case null -> ResetInterval.MONTHLY;
            case DAILY -> ResetInterval.DAILY;
            case WEEKLY -> ResetInterval.WEEKLY;
            case MONTHLY -> ResetInterval.MONTHLY;
            case NEVER -> ResetInterval.NEVER;
        };
    }
}
