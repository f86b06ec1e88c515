package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.AllowList;
import java.util.List;
import java.util.Optional;

/** Keeps a list from growing with the catalogue; it never keeps one from shrinking. */
final class Holding {
    private Holding() {}

    /** The verdicts, with everything dropped that the held list does not have; unchanged when no list is held. */
    static List<Verdict> apply(Optional<AllowList> held, List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> verdict.kept()
                                && held.filter(list -> !has(list, verdict.name()))
                                        .isPresent()
                        ? Verdict.dropped(verdict.name(), "is new in the catalogue, and onCatalogueGrowth is Hold")
                        : verdict)
                .toList();
    }

    private static boolean has(AllowList list, String name) {
        return switch (list) {
            case AllowList.Everything _ -> true;
            case AllowList.Only(List<String> names) -> names.contains(name);
        };
    }
}
