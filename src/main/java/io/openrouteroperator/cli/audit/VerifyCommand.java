package io.openrouteroperator.cli.audit;

import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.core.audit.chain.LogVerifier;
import io.openrouteroperator.core.audit.chain.Place;
import io.openrouteroperator.core.audit.chain.TrustedKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openrouter-operator audit verify}: proves that a log is what was written. */
@Command(
        name = "verify",
        description = "Prove order, completeness and signatures of an audit log; name the first broken line.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the log is whole",
            "1:it was changed, or some of it is missing",
            "2:a file could not be read, or an option is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  openrouter-operator audit verify --public-key key.pem --checkpoint checkpoints.jsonl audit/*.jsonl",
            "  kubectl logs POD | openrouter-operator audit verify --public-key key.pem --mixed -"
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final String STDIN = "-";
    private static final String ENTRY = "{\"schema\":\"" + ChainLine.SCHEMA.substring(0, ChainLine.SCHEMA.length() - 1);

    private final InputStream input;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files in the order in which they were written, or - for standard input.")
    private List<String> files = List.of();

    @ArgGroup(multiplicity = "1")
    private Trust trust = new Trust();

    private static final class Trust {
        @Option(
                names = "--public-key",
                paramLabel = "FILE",
                description = "The public keys that the operator published, as PEM.")
        private @Nullable Path publicKey;

        @Option(
                names = "--unsigned",
                description = "Prove no signatures: whoever could write the files could have written another log.")
        private boolean unsigned;
    }

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Checkpoints that the operator published: the log must come as far as that.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--partial",
            description = "Earlier parts are elsewhere: a chain may begin in the middle, and chains that are"
                    + " referred to may be missing.")
    private boolean partial;

    @Option(names = "--mixed", description = "Pass over lines that are no entries, such as the operator's own log.")
    private boolean mixed;

    /**
     * The command.
     *
     * @param input what {@code -} stands for
     */
    public VerifyCommand(InputStream input) {
        this.input = input;
    }

    @Override
    public Integer call() {
        try {
            LogVerifier verifier = new LogVerifier(keys(), partial);
            readCheckpoints(verifier);
            for (String file : files) {
                if (!read(file, verifier)) {
                    break;
                }
            }
            return new VerdictText(verifier.verdict(), trust.publicKey != null, checkpoint != null)
                    .print(spec.commandLine().getOut());
        } catch (UnreadableException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }

    /** A file that cannot be used. */
    private static final class UnreadableException extends Exception {
        UnreadableException(String file, String problem, Exception cause) {
            super(file + ": " + problem, cause);
        }
    }

    private @Nullable TrustedKeys keys() throws UnreadableException {
        if (trust.unsigned || trust.publicKey == null) {
            return null;
        }
        try {
            return TrustedKeys.of(Files.readString(trust.publicKey, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UnreadableException(trust.publicKey.toString(), "it cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableException(trust.publicKey.toString(), "it holds no Ed25519 public key as PEM", e);
        }
    }

    private void readCheckpoints(LogVerifier verifier) throws UnreadableException {
        if (checkpoint != null) {
            read(checkpoint.toString(), (place, line) -> {
                verifier.expect(place, line);
                return true;
            });
        }
    }

    private boolean read(String file, LogVerifier verifier) throws UnreadableException {
        return read(file, (place, line) -> (mixed && !line.startsWith(ENTRY)) || verifier.read(place, line));
    }

    private boolean read(String file, LineReader reader) throws UnreadableException {
        if (file.equals(STDIN)) {
            return read("stdin", input, reader);
        }
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
            return read(file, stream, reader);
        } catch (IOException e) {
            throw new UnreadableException(file, "it cannot be read", e);
        }
    }

    @FunctionalInterface
    private interface LineReader {
        /** False to stop. */
        boolean read(Place place, String line);
    }

    private static boolean read(String file, InputStream stream, LineReader reader) throws UnreadableException {
        try {
            LogLines lines = new LogLines(stream);
            long number = 1;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!reader.read(new Place(file, number), line)) {
                    return false;
                }
                number++;
            }
            return true;
        } catch (IOException e) {
            throw new UnreadableException(file, "it cannot be read", e);
        }
    }
}
