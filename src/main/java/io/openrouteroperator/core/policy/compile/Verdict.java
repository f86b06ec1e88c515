package io.openrouteroperator.core.policy.compile;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of one provider or model that the rules speak of.
 *
 * @param name slug of the provider, or name of the model
 * @param kept whether it is allowed
 * @param reason why, in words a person understands without knowing the rules
 */
public record Verdict(String name, boolean kept, String reason) {
    private static final int MOST_NAMES = 3;

    static Verdict kept(String name, String reason) {
        return new Verdict(name, true, reason);
    }

    static Verdict dropped(String name, String reason) {
        return new Verdict(name, false, reason);
    }

    /** The names that were kept, in the order of the verdicts. */
    static List<String> keptNames(Collection<Verdict> verdicts) {
        return verdicts.stream().filter(Verdict::kept).map(Verdict::name).toList();
    }

    /** Why nothing was kept: one sentence per reason, with the number of names it concerns where that is more than three. */
    static List<String> whyNone(String noun, Collection<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return List.of("no " + noun + " is allowed by the policy");
        }
        return verdicts.stream()
                .collect(Collectors.groupingBy(
                        Verdict::reason, TreeMap::new, Collectors.mapping(Verdict::name, Collectors.toList())))
                .entrySet()
                .stream()
                .map(group -> who(noun, group.getValue()) + ": " + group.getKey())
                .toList();
    }

    private static String who(String noun, List<String> names) {
        return names.size() > MOST_NAMES ? names.size() + " " + noun + "s" : noun + " " + String.join(", ", names);
    }
}
