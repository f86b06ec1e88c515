package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.ObservedPolicy;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.policy.DataRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What providers may do with data, and whether anyone knows which data goes where. */
public final class DataHandlingChecks {
    private DataHandlingChecks() {}

    /** Each class keeps endpoints that may train on prompts out. */
    public static List<Observation> training(Snapshot snapshot, Instant now) {
        return GovernedClass.all(snapshot).stream()
                .map(each -> each.rules().data().allowTraining()
                        ? Observation.breaks(
                                each.subject(), "its policy allows endpoints that may train on prompts (data.training)")
                        : each.held("endpoints that may train on prompts are denied"))
                .toList();
    }

    /** Each regulated class admits only endpoints that keep nothing. */
    public static List<Observation> retention(Snapshot snapshot, Instant now) {
        return GovernedClass.regulated(snapshot).stream()
                .map(each -> each.rules().data().zeroDataRetention()
                        ? each.held("only endpoints that keep no data may serve")
                        : Observation.breaks(
                                each.subject(),
                                "it is for regulated data, but endpoints may keep data; set"
                                        + " data.zeroDataRetention: Required"))
                .toList();
    }

    /** The filters of each class are in force. */
    public static List<Observation> redaction(Snapshot snapshot, Instant now) {
        return GovernedClass.regulated(snapshot).stream()
                .map(DataHandlingChecks::redaction)
                .toList();
    }

    private static Observation redaction(GovernedClass each) {
        DataRules data = each.rules().data();
        return data.redact().isEmpty()
                ? Observation.unseen(
                        each.subject(),
                        "it redacts nothing; name data.redact, or attest that no personal data is sent under it")
                : each.held("redacted in requests: " + String.join(", ", data.redact()));
    }

    /** Where the providers of each class are and what they do with data was checked. */
    public static List<Observation> providerPolicies(Snapshot snapshot, Instant now) {
        return GovernedClass.all(snapshot).stream()
                .map(DataHandlingChecks::providerPolicy)
                .toList();
    }

    private static Observation providerPolicy(GovernedClass each) {
        List<String> countries = each.rules().providers().countries();
        if (!countries.isEmpty()) {
            return each.held(
                    "headquarters and datacenters of all its providers lie in " + String.join(", ", countries));
        }
        return Observation.unseen(
                each.subject(),
                "place and data policy of its providers were not asked for; name providers.countries, or attest what"
                        + " the report's table of providers shows");
    }

    /** Each key says which class of data its service sends, and the class exists. */
    public static List<Observation> classification(Snapshot snapshot, Instant now) {
        return snapshot.keys().stream()
                .map(key -> classification(key, snapshot.policy(key.policy())))
                .toList();
    }

    private static Observation classification(ObservedKey key, Optional<ObservedPolicy> policy) {
        Subject subject = Subject.of(key);
        if (policy.isEmpty()) {
            return Observation.breaks(subject, "no policy governs it, so its class means nothing");
        }
        return policy.get().classification(key.classification()).isPresent()
                ? Observation.holds(subject, "its service may send data of class %s".formatted(key.classification()))
                : Observation.breaks(
                        subject,
                        "policy %s has no class %s".formatted(policy.get().name(), key.classification()));
    }

    /** It is known which providers the data of each key in use can reach, and by which host. */
    public static List<Observation> flow(Snapshot snapshot, Instant now) {
        return GovernedClass.all(snapshot).stream()
                .filter(each -> snapshot.keys().stream().anyMatch(key -> isUnder(key, each)))
                .map(each -> flow(each, snapshot))
                .toList();
    }

    private static boolean isUnder(ObservedKey key, GovernedClass each) {
        return key.classification().equals(each.rules().name())
                && each.policy().name().equals(key.policy());
    }

    private static Observation flow(GovernedClass each, Snapshot snapshot) {
        String account = each.policy().rules().account();
        return snapshot.account(account)
                .map(known -> each.held("its data goes to %s, then to %s".formatted(known.host(), providers(each))))
                .orElseGet(
                        () -> Observation.breaks(each.subject(), "its account %s does not exist".formatted(account)));
    }

    private static String providers(GovernedClass each) {
        List<String> providers =
                each.compiled() == null ? List.of() : each.compiled().providers();
        return providers.equals(List.of("*")) ? "any provider" : String.join(", ", providers);
    }
}
