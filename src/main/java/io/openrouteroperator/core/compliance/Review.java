package io.openrouteroperator.core.compliance;

import io.openrouteroperator.core.compliance.Observation.Outcome;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.compliance.snapshot.Source;
import io.openrouteroperator.core.compliance.snapshot.Voucher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Answers controls from a snapshot. What is seen to be wrong fails a control whatever anybody vouches; what cannot be seen takes a
 * person's word; a word that has expired fails it, because nobody looked again.
 */
public final class Review {
    private Review() {}

    /** The verdicts, in the order of the controls. */
    public static List<Verdict> of(List<Control> controls, Snapshot snapshot, Instant now) {
        Vouching vouching = new Vouching(snapshot);
        return controls.stream()
                .map(control -> verdict(control, snapshot, vouching, now))
                .toList();
    }

    private static Verdict verdict(Control control, Snapshot snapshot, Vouching vouching, Instant now) {
        List<Voucher> vouchers = snapshot.policies().stream()
                .flatMap(policy -> policy.vouchers().stream())
                .filter(voucher -> voucher.control().equals(control.id()))
                .toList();
        List<Observation> observations = seen(control, snapshot, now);
        vouchers.stream()
                .filter(voucher -> voucher.expired(now))
                .map(Observation::expired)
                .forEach(observations::add);
        Predicate<Observation> vouched = each -> vouching.covers(each.subject(), vouchers);
        observations.sort(Comparator.comparingInt(Review::order).thenComparing(vouched::test));
        return new Verdict(control, state(observations, vouchers, vouched), observations, vouchers);
    }

    /** Where a source could not be read, what is there of it may prove something wrong, but never right. */
    private static List<Observation> seen(Control control, Snapshot snapshot, Instant now) {
        List<Observation> seen = new ArrayList<>(control.check().look(snapshot, now));
        List<Source> gaps = control.sources().stream()
                .filter(snapshot.gaps()::containsKey)
                .sorted()
                .toList();
        if (!gaps.isEmpty()) {
            seen.removeIf(each -> each.outcome() == Outcome.HOLDS);
            gaps.forEach(source -> seen.add(Observation.unseen(
                    Subject.cluster(source.text()),
                    "not read completely: " + snapshot.gaps().get(source))));
        }
        return seen;
    }

    private static int order(Observation observation) {
        return switch (observation.outcome()) {
            case BREAKS -> 0;
            case UNSEEN -> 1;
            case HOLDS -> 2;
        };
    }

    private static ControlState state(
            List<Observation> sorted, List<Voucher> vouchers, Predicate<Observation> vouched) {
        if (sorted.isEmpty()) {
            return vouchers.isEmpty() ? ControlState.NOT_APPLICABLE : ControlState.ATTESTED;
        }
        Outcome worst = sorted.getFirst().outcome();
        return switch (worst) {
            case BREAKS -> ControlState.FAIL;
            case UNSEEN -> vouched.test(sorted.getFirst()) ? ControlState.ATTESTED : ControlState.UNKNOWN;
            case HOLDS -> ControlState.PASS;
        };
    }
}
