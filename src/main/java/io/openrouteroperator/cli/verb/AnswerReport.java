package io.openrouteroperator.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.terminal.JsonText;
import io.openrouteroperator.cli.terminal.TerminalText;
import io.openrouteroperator.core.admission.AdmissionMessage;
import io.openrouteroperator.core.admission.Violation;
import java.util.List;

/** Answers of admission, for people and for scripts. */
final class AnswerReport {
    private AnswerReport() {}

    static String text(List<Answer> answers) {
        TerminalText text = new TerminalText();
        for (Answer answer : answers) {
            text.line(answer.object() + " is " + answer.decision());
            answer.notes().forEach(note -> text.line("  " + note));
            answer.refused().forEach(violation -> add("refused", violation, text));
            answer.warned().forEach(violation -> add("warning", violation, text));
            answer.recorded().forEach(violation -> add("recorded only", violation, text));
            text.gap();
        }
        return text.toString();
    }

    private static void add(String what, Violation violation, TerminalText text) {
        text.gap();
        text.line("  %s: %s at %s".formatted(what, violation.rule().id(), violation.path()));
        text.line("    " + violation.what());
        text.line("    " + violation.why());
        text.block(4, AdmissionMessage.fix(violation).strip());
        text.line("    More: kubectl openrouter explain " + violation.rule().id());
    }

    static String json(List<Answer> answers) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode all = document.putArray("answers");
        for (Answer answer : answers) {
            ObjectNode node = all.addObject()
                    .put("object", answer.object())
                    .put("refused", !answer.refused().isEmpty());
            write(answer.refused(), node.putArray("refusals"));
            write(answer.warned(), node.putArray("warnings"));
            write(answer.recorded(), node.putArray("recorded"));
            ArrayNode notes = node.putArray("notes");
            answer.notes().forEach(notes::add);
        }
        return JsonText.of(document);
    }

    private static void write(List<Violation> violations, ArrayNode into) {
        violations.forEach(violation -> into.addObject()
                .put("rule", violation.rule().id())
                .put("path", violation.path())
                .put("what", violation.what())
                .put("why", violation.why())
                .put("fix", AdmissionMessage.fix(violation).strip()));
    }
}
