package io.openrouteroperator.simulator.contract;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract between a client and OpenRouter. Loading parses the file; each schema is compiled at its first use and kept, so load one
 * and share it between threads.
 */
public final class Contract {

    private final ContractDocument document;
    private final SchemaSet requests;
    private final SchemaSet answers;
    private final List<Operation> operations;

    private Contract(ContractDocument document, Reading reading) {
        this.document = document;
        this.requests = new SchemaSet(document.root());
        this.answers = new SchemaSet(withAnswersRead(document, reading));
        this.operations = operationsOf(document);
    }

    /** Our contract in the {@linkplain Reading#EXACT exact} reading. */
    public static Contract load() {
        return load(Reading.EXACT);
    }

    /** Our contract in the given reading of answers. */
    public static Contract load(Reading reading) {
        return new Contract(ContractDocument.ours(), reading);
    }

    /**
     * The operation for a request; empty where the contract knows none.
     *
     * @param method in any case
     * @param path below the base address and without query, such as {@code /keys/0123...}
     */
    public Optional<Operation> operation(String method, String path) {
        String wanted = method.toUpperCase(Locale.ROOT);
        return operations.stream()
                .filter(operation -> operation.method().equals(wanted))
                .filter(operation ->
                        new PathTemplate(operation.path()).match(path).isPresent())
                .max(comparingInt(operation -> new PathTemplate(operation.path()).literalSteps()));
    }

    /** All operations, in the order of the file. */
    public List<Operation> operations() {
        return operations;
    }

    ContractDocument document() {
        return document;
    }

    SchemaSet requests() {
        return requests;
    }

    SchemaSet answers() {
        return answers;
    }

    private static ObjectNode withAnswersRead(ContractDocument document, Reading reading) {
        ObjectNode root = (ObjectNode) document.root().deepCopy();
        root.set("components", reading.of(root.path("components")));
        return root;
    }

    private List<Operation> operationsOf(ContractDocument source) {
        List<Operation> found = new ArrayList<>();
        source.root()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> found.add(new Operation(
                                method.toUpperCase(Locale.ROOT),
                                new PathTemplate(path.getKey()),
                                "/paths" + ContractDocument.step(path.getKey()) + ContractDocument.step(method),
                                this))));
        return List.copyOf(found);
    }
}
