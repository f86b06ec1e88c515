package io.openrouteroperator.simulator.contract.comparison;

import io.openrouteroperator.simulator.contract.ContractDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The command behind {@code make contract}: compares our contract with the official description and prints every difference. Exits with 0
 * if each has a reviewed reason, with 1 if one has none or a reason has no difference, with 2 if it is called wrongly.
 */
public final class ContractComparison {

    private static final String ACCEPTED = "/contract/accepted-differences.yaml";

    private ContractComparison() {}

    /** Runs the comparison with the description whose path is the only argument. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !Files.isReadable(Path.of(arguments[0]))) {
            System.err.println("usage: make contract SPEC=<the official OpenRouter description, YAML>");
            System.exit(2);
        }
        try (InputStream official = Files.newInputStream(Path.of(arguments[0]))) {
            boolean agreed = compare(ContractDocument.read(official), ContractDocument.ours(), accepted(), System.out);
            System.exit(agreed ? 0 : 1);
        }
    }

    /** The reviewed exceptions, from the class path. */
    static AcceptedDifferences accepted() throws IOException {
        try (InputStream yaml = ContractComparison.class.getResourceAsStream(ACCEPTED)) {
            return AcceptedDifferences.read(Objects.requireNonNull(yaml, ACCEPTED));
        }
    }

    /** Compares, prints, and answers whether all is as reviewed. */
    static boolean compare(
            ContractDocument official, ContractDocument ours, AcceptedDifferences accepted, PrintStream out) {
        DocumentComparison.Result result = DocumentComparison.compare(official, ours);
        List<Difference> differences = result.differences();
        List<Difference> unexplained = accepted.unexplained(differences);
        List<String> outdated = accepted.outdated(differences);

        out.println("Official paths outside the contract: " + String.join(" ", result.outside()));
        for (Difference difference : differences) {
            out.println((unexplained.contains(difference) ? "DIFFERS  " : "accepted ") + difference);
        }
        outdated.forEach(problem -> out.println("OUTDATED " + problem));
        out.printf(
                "contract: paths=%d fields=%d differences=%d accepted=%d outdated=%d%n",
                result.paths(),
                result.fields(),
                differences.size(),
                differences.size() - unexplained.size(),
                outdated.size());
        return unexplained.isEmpty() && outdated.isEmpty();
    }
}
