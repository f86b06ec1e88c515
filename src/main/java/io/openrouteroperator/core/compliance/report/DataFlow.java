package io.openrouteroperator.core.compliance.report;

import io.openrouteroperator.core.compliance.check.GovernedClass;
import io.openrouteroperator.core.compliance.snapshot.ObservedAccount;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From services by class to hosts and providers, as policies, keys and accounts say. */
final class DataFlow {
    private DataFlow() {}

    /** One line for each class, in the order of the policies. */
    static List<ClassLine> of(Snapshot snapshot) {
        Map<List<String>, Map<String, Integer>> services = new HashMap<>();
        for (ObservedKey key : snapshot.keys()) {
            if (key.policy() != null) {
                services.computeIfAbsent(List.of(key.policy(), key.classification()), _ -> new TreeMap<>())
                        .merge(key.name().namespace(), 1, Integer::sum);
            }
        }
        return GovernedClass.all(snapshot).stream()
                .map(each -> line(
                        each,
                        snapshot.account(each.policy().rules().account())
                                .map(ObservedAccount::host)
                                .orElse(""),
                        services.getOrDefault(
                                List.of(each.policy().name(), each.rules().name()), Map.of())))
                .toList();
    }

    private static ClassLine line(GovernedClass each, String host, Map<String, Integer> services) {
        return new ClassLine(
                each,
                host,
                services.values().stream().mapToInt(Integer::intValue).sum(),
                services.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .toList());
    }
}
