package io.openrouteroperator.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of {@code rights.csv}: a question to the API server's authoriser and the answer that must come back.
 *
 * @param resource plural with its group, as in {@code leases.coordination.k8s.io}, a subresource behind a slash
 * @param name empty for all objects
 * @param namespace empty for cluster-wide kinds, {@code *} for all namespaces
 */
record Right(boolean allowed, String verb, String resource, String name, String namespace) {

    static Right parse(String row, String namespace, String name) {
        String[] cells = row.split(",", -1);
        if (cells.length != 5 || !List.of("yes", "no").contains(cells[0])) {
            throw new IllegalArgumentException("not a row of rights: " + row);
        }
        return new Right(
                cells[0].equals("yes"),
                cells[1],
                cells[2],
                cells[3].replace("NAME", name),
                cells[4].replace("OWN", namespace));
    }

    /** The row as a question for kubectl. */
    String[] question() {
        List<String> arguments = new ArrayList<>(List.of("auth", "can-i", verb));
        int slash = resource.indexOf('/');
        String plain = slash < 0 ? resource : resource.substring(0, slash);
        arguments.add(name.isEmpty() ? plain : plain + "/" + name);
        if (slash >= 0) {
            arguments.add("--subresource=" + resource.substring(slash + 1));
        }
        if (namespace.equals("*")) {
            arguments.add("--all-namespaces");
        } else if (!namespace.isEmpty()) {
            arguments.addAll(List.of("--namespace", namespace));
        }
        return arguments.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return String.join(" ", question()).substring("auth ".length()) + ": " + (allowed ? "yes" : "no");
    }
}
