package io.openrouteroperator.cli.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.plan.WorkloadPlan.Refused;
import io.openrouteroperator.cli.terminal.JsonText;
import io.openrouteroperator.core.admission.AdmissionMessage;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.plan.ClassEffect;
import io.openrouteroperator.core.plan.KeyEffect;
import io.openrouteroperator.core.plan.PolicyPlan;
import io.openrouteroperator.core.plan.SettingChange;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A plan for scripts; docs/plan.md describes its fields. */
final class PlanJson {
    private PlanJson() {}

    static String of(List<PlannedPolicy> planned) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode policies = document.putArray("policies");
        planned.forEach(each -> write(each, policies.addObject()));
        return JsonText.of(document);
    }

    private static void write(PlannedPolicy planned, ObjectNode node) {
        PolicyPlan plan = planned.plan();
        node.put("policy", plan.policy())
                .put("new", plan.isNew())
                .put("changes", !planned.isEmpty())
                .put("harm", planned.doesHarm());
        settings(plan.settings(), node);
        ArrayNode classes = node.putArray("classes");
        plan.classes().forEach(effect -> write(effect, classes.addObject()));
        names(plan.governed(), node.putArray("namespacesGoverned"));
        names(plan.released(), node.putArray("namespacesReleased"));
        ArrayNode keys = node.putArray("keys");
        plan.keys().forEach(effect -> write(effect, keys.addObject()));
        write(planned.workloads(), node.putObject("workloads"));
        ArrayNode admission = node.putArray("admission");
        plan.objections()
                .forEach(objection ->
                        violation(objection.violation(), admission.addObject().put("refuses", objection.refuses())));
        names(planned.unknown(), node.putArray("unknown"));
    }

    private static void settings(List<SettingChange> changes, ObjectNode node) {
        ArrayNode settings = node.putArray("settings");
        changes.forEach(change -> settings.addObject()
                .put("setting", change.setting())
                .put("from", change.from())
                .put("to", change.to()));
    }

    private static void write(ClassEffect effect, ObjectNode node) {
        node.put("class", effect.name()).put("fate", effect.fate().name().toLowerCase(Locale.ROOT));
        settings(effect.settings(), node);
        names(effect.providers().lost(), node.putArray("providersLost"));
        names(effect.providers().open(), node.putArray("providersOpen"));
        node.put("modelsOpen", effect.modelsOpen());
        if (effect.models() != null) {
            node.put("modelsNow", effect.models());
        }
    }

    private static void write(KeyEffect effect, ObjectNode node) {
        node.put("namespace", effect.key().namespace())
                .put("name", effect.key().name())
                .put("inUse", effect.inUse())
                .put("stranded", effect.isStranded())
                .put("dueNow", effect.isDueNow());
        ArrayNode changes = node.putArray("changes");
        effect.changes()
                .forEach(change -> changes.addObject()
                        .put("change", ChangeText.word(change))
                        .put("text", ChangeText.of(change, effect.inUse())));
    }

    private static void write(WorkloadPlan workloads, ObjectNode node) {
        node.put("judged", workloads.judged())
                .put("refusedAsBefore", workloads.refusedAlready())
                .put("withUnreadContents", workloads.unread());
        ArrayNode refused = node.putArray("refused");
        for (Refused each : workloads.refused()) {
            ObjectNode workload = refused.addObject()
                    .put("kind", each.object().kind())
                    .put("namespace", each.object().namespace())
                    .put("name", each.object().name());
            ArrayNode violations = workload.putArray("violations");
            each.violations().forEach(violation -> violation(violation, violations.addObject()));
        }
    }

    private static void violation(Violation violation, ObjectNode node) {
        node.put("rule", violation.rule().id())
                .put("path", violation.path())
                .put("what", violation.what())
                .put("fix", AdmissionMessage.fix(violation).strip());
    }

    private static void names(Collection<String> names, ArrayNode into) {
        names.forEach(into::add);
    }
}
