package io.openrouteroperator.cli.plan;

import io.openrouteroperator.cli.plan.WorkloadPlan.Refused;
import io.openrouteroperator.cli.terminal.TerminalText;
import io.openrouteroperator.core.admission.AdmissionMessage;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.plan.ClassEffect;
import io.openrouteroperator.core.plan.KeyEffect;
import io.openrouteroperator.core.plan.PolicyPlan;
import io.openrouteroperator.core.plan.SettingChange;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** A plan for people: + comes, - goes, ~ changes, ! is worth a second look, ? is not known here. */
final class PlanText {
    private static final int MOST_KEYS = 50;
    private static final int MOST_WORKLOADS = 20;

    private final TerminalText text = new TerminalText();

    private PlanText() {}

    static String of(List<PlannedPolicy> planned) {
        PlanText plan = new PlanText();
        planned.forEach(plan::add);
        return plan.text.toString();
    }

    private void add(PlannedPolicy planned) {
        PolicyPlan plan = planned.plan();
        text.line("OpenRouterPolicy %s %s"
                .formatted(
                        plan.policy(),
                        plan.isNew() ? "would be new" : planned.isEmpty() ? "would change nothing" : "would change"));
        plan.settings().forEach(setting -> text.line("  ~ " + words(setting)));
        plan.classes().forEach(this::addClass);
        plan.governed().forEach(namespace -> text.line("  + governs namespace " + namespace));
        plan.released().forEach(namespace -> text.line("  - governs namespace " + namespace + " no longer"));
        List<KeyEffect> worstFirst = plan.keys().stream()
                .sorted(Comparator.comparing(effect -> !effect.isStranded()))
                .toList();
        addSome(worstFirst, MOST_KEYS, this::addKey);
        addSome(planned.workloads().refused(), MOST_WORKLOADS, this::addWorkload);
        plan.objections().forEach(objection -> {
            text.line("  ! admission %s it".formatted(objection.refuses() ? "refuses" : "warns about"));
            addViolation(objection.violation());
        });
        planned.unknown().forEach(sentence -> text.line("  ? " + sentence));
        text.line(summary(planned));
        text.gap();
    }

    private <T> void addSome(List<T> all, int most, Consumer<T> adding) {
        all.stream().limit(most).forEach(adding);
        if (all.size() > most) {
            text.line("  ~ and %d more like these; -o json has them all".formatted(all.size() - most));
        }
    }

    private void addClass(ClassEffect effect) {
        String mark = switch (effect.fate()) {
            case ADDED -> "+";
            case CHANGED -> "~";
            case REMOVED -> "-";
        };
        text.line("  %s class %s".formatted(mark, effect.name()));
        effect.settings().forEach(setting -> text.line("      " + words(setting)));
        effect.providers().lost().forEach(provider -> text.line("    - provider " + everyOther(provider)));
        effect.providers()
                .open()
                .forEach(provider -> text.line("    ? provider " + provider + ", as the catalogue says"));
        if (effect.modelsOpen()) {
            String now = effect.models() == null ? "" : "; %d are allowed now".formatted(effect.models());
            text.line("    ? models, as the catalogue says" + now);
        }
    }

    private static String everyOther(String provider) {
        return provider.equals("*") ? "any that is not named" : provider;
    }

    private void addKey(KeyEffect effect) {
        text.line("  %s key %s%s"
                .formatted(effect.isStranded() ? "!" : "~", effect.key(), effect.inUse() ? "" : " (not in use yet)"));
        effect.changes().forEach(change -> text.line("      " + ChangeText.of(change, effect.inUse())));
    }

    private void addWorkload(Refused refused) {
        text.line("  ! %s would be refused when its pods start anew".formatted(refused.object()));
        refused.violations().forEach(this::addViolation);
    }

    private void addViolation(Violation violation) {
        text.line("      %s at %s: %s".formatted(violation.rule().id(), violation.path(), violation.what()));
        text.block(6, AdmissionMessage.fix(violation).strip());
    }

    private static String words(SettingChange setting) {
        return setting.from().isEmpty()
                ? "%s: %s".formatted(setting.setting(), setting.to())
                : "%s: %s -> %s".formatted(setting.setting(), setting.from(), setting.to());
    }

    private static String summary(PlannedPolicy planned) {
        PolicyPlan plan = planned.plan();
        long stranded = plan.keys().stream().filter(KeyEffect::isStranded).count();
        long due = plan.keys().stream().filter(KeyEffect::isDueNow).count();
        WorkloadPlan workloads = planned.workloads();
        return "%s: classes %d, keys %d (stranded %d, to be rotated now %d), workloads refused %d of %d (and %d as before)"
                .formatted(
                        plan.policy(),
                        plan.classes().size(),
                        plan.keys().size(),
                        stranded,
                        due,
                        workloads.refused().size(),
                        workloads.judged(),
                        workloads.refusedAlready());
    }
}
