package io.openrouteroperator.core.compliance;

import io.openrouteroperator.core.compliance.snapshot.Voucher;
import java.util.List;

/**
 * The answer to a control, with its evidence.
 *
 * @param observations everything seen, what breaks the control first
 * @param vouchers what people vouch for it, whether it counts or not
 */
public record Verdict(Control control, ControlState state, List<Observation> observations, List<Voucher> vouchers) {
    public Verdict {
        observations = List.copyOf(observations);
        vouchers = List.copyOf(vouchers);
    }

    /** How many observations have this outcome. */
    public long count(Observation.Outcome outcome) {
        return observations.stream().filter(each -> each.outcome() == outcome).count();
    }

    /** The answer in one sentence. */
    public String summary() {
        return switch (state) {
            case PASS -> "%d observed as asked".formatted(observations.size());
            case FAIL -> failure();
            case ATTESTED -> vouchers.getFirst().by() + " vouches for it";
            case UNKNOWN ->
                observations.stream()
                        .filter(each -> each.outcome() == Observation.Outcome.UNSEEN)
                        .findFirst()
                        .map(Observation::statement)
                        .orElse("");
            case NOT_APPLICABLE -> "there is nothing that it is about";
        };
    }

    private String failure() {
        long broken = count(Observation.Outcome.BREAKS);
        return broken == 1
                ? observations.getFirst().subject() + ": "
                        + observations.getFirst().statement()
                : "%d of %d observed are not as asked".formatted(broken, observations.size());
    }
}
