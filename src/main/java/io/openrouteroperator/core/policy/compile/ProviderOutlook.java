package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.policy.ClassificationRules;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What other rules of a class do to its providers, as far as it can be told without the catalogue: from the providers that its status
 * records. Where a provider has its seat and what it keeps is in the catalogue alone; all lists by alphabet.
 *
 * @param lost no longer allowed, for certain; {@code *} for every provider that the new rules do not name
 * @param open names and globs of which only the catalogue can tell
 */
public record ProviderOutlook(List<String> lost, List<String> open) {
    private static final String ANY = "*";

    public ProviderOutlook {
        lost = List.copyOf(new TreeSet<>(lost));
        open = List.copyOf(new TreeSet<>(open));
    }

    /** Whether nothing changes, for certain. */
    public boolean isEmpty() {
        return lost.isEmpty() && open.isEmpty();
    }

    /** A class that is new: all is open. */
    public static ProviderOutlook ofNew(ClassificationRules after) {
        return new ProviderOutlook(List.of(), after.providers().allow());
    }

    /** A class that goes away: everything it had is lost. */
    public static ProviderOutlook ofRemoved(Collection<String> recorded) {
        return new ProviderOutlook(List.copyOf(recorded), List.of());
    }

    /**
     * A class whose rules change.
     *
     * @param recorded the providers in force, {@code *} for any
     */
    public static ProviderOutlook of(
            ClassificationRules before, ClassificationRules after, Collection<String> recorded) {
        if (sameConditions(before, after)) {
            return new ProviderOutlook(List.of(), List.of());
        }
        PatternSet allow = PatternSet.of(after.providers().allow());
        PatternSet deny = PatternSet.of(after.providers().deny());
        boolean stricter = demandsMore(before, after);
        boolean anyBefore = recorded.contains(ANY);
        List<String> lost = recorded.stream()
                .filter(provider -> !provider.equals(ANY))
                .filter(provider -> refused(allow, deny, provider))
                .toList();
        Stream<String> named = after.providers().allow().stream()
                .filter(provider -> deny.match(List.of(provider)).isEmpty())
                .filter(provider -> stricter || (!anyBefore && !recorded.contains(provider)))
                .filter(provider -> stricter || mayWin(before, after, provider));
        Stream<String> doubtful = recorded.stream().filter(provider -> stricter && !refused(allow, deny, provider));
        boolean narrowed = anyBefore && !(allow.everything() && deny.isEmpty());
        return new ProviderOutlook(
                narrowed ? Stream.concat(lost.stream(), Stream.of(ANY)).toList() : lost,
                Stream.concat(named, doubtful.filter(provider -> !provider.equals(ANY)))
                        .toList());
    }

    /** A pattern that stood there before, under conditions that are not softer now, lets nobody in who was out. */
    private static boolean mayWin(ClassificationRules before, ClassificationRules after, String pattern) {
        boolean isNew = !before.providers().allow().contains(pattern);
        boolean softer = demandsMore(after, before)
                || !after.providers().deny().containsAll(before.providers().deny());
        return isNew || softer;
    }

    private static boolean refused(PatternSet allow, PatternSet deny, String provider) {
        return allow.match(List.of(provider)).isEmpty()
                || deny.match(List.of(provider)).isPresent();
    }

    private static boolean sameConditions(ClassificationRules one, ClassificationRules other) {
        return one.providers().allow().equals(other.providers().allow())
                && one.providers().deny().equals(other.providers().deny())
                && one.providers().countries().equals(other.providers().countries())
                && one.data().zeroDataRetention() == other.data().zeroDataRetention();
    }

    /** Whether the later rules ask for something of a provider that the earlier ones did not. */
    private static boolean demandsMore(ClassificationRules earlier, ClassificationRules later) {
        List<String> were = earlier.providers().countries();
        List<String> are = later.providers().countries();
        boolean fewerCountries = !are.isEmpty() && (were.isEmpty() || !are.containsAll(were));
        boolean retention = later.data().zeroDataRetention() && !earlier.data().zeroDataRetention();
        return fewerCountries || retention;
    }
}
