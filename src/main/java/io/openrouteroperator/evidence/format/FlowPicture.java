package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.report.ClassLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way of data as a drawing of four columns: services, class, host, providers; lengths are in units of the drawing.
 *
 * @param height of the whole
 */
public record FlowPicture(int height, List<Row> rows) {
    private static final int ROW_HEIGHT = 76;
    private static final int MARGIN = 34;
    private static final int LONGEST = 34;
    private static final int MOST_NAMED = 4;

    /**
     * One class.
     *
     * @param y where its boxes begin
     * @param middle where lines meet them
     * @param services whose data it is
     * @param regulated whether its rules are those of regulated data
     */
    public record Row(
            int y,
            int middle,
            int text,
            int below,
            Cell services,
            Cell classification,
            Cell host,
            Cell providers,
            boolean regulated,
            String data,
            String excluded,
            String models) {}

    /** The first words, a second line, and the whole. */
    public record Cell(String head, String more, String whole) {}

    static FlowPicture of(List<ClassLine> classes) {
        List<Row> rows = new ArrayList<>();
        for (ClassLine line : classes) {
            rows.add(row(line, MARGIN + rows.size() * ROW_HEIGHT));
        }
        return new FlowPicture(MARGIN + Math.max(1, rows.size()) * ROW_HEIGHT, rows);
    }

    private static Row row(ClassLine line, int y) {
        return new Row(
                y,
                y + 28,
                y + 24,
                y + 42,
                services(line),
                cell(line.policy() + "/" + line.name(), line.regulated() ? "regulated data" : ""),
                cell(line.host().isEmpty() ? "account not known" : line.host(), "guardrail of the class"),
                providers(line),
                line.regulated(),
                HtmlRows.text(line.dataRules()),
                HtmlRows.text(String.join("; ", line.excluded())),
                (line.models() == null ? "all" : line.models()) + " of "
                        + HtmlRows.text(String.join(
                                ", ", line.governed().rules().models().allow())));
    }

    private static Cell services(ClassLine line) {
        String namespaces = line.services().stream()
                .limit(MOST_NAMED)
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        int more = line.services().size() - MOST_NAMED;
        return cell(
                line.keys() + (line.keys() == 1 ? " service" : " services"),
                namespaces + (more > 0 ? " and %d more".formatted(more) : ""));
    }

    private static Cell providers(ClassLine line) {
        List<String> providers = line.providers();
        String head = switch (providers.size()) {
            case 0 -> "none";
            case 1 -> providers.getFirst().equals("*") ? "any provider" : "1 provider";
            default -> providers.size() + " providers";
        };
        return cell(head, providers.equals(List.of("*")) ? "" : String.join(", ", providers));
    }

    private static Cell cell(String head, String more) {
        String plain = HtmlRows.text(head);
        String below = HtmlRows.text(more);
        return new Cell(cut(plain), cut(below), below.isEmpty() ? plain : plain + ": " + below);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(LONGEST - 1, text.codePointCount(0, text.length()))))
                        + "…";
    }
}
