package io.openrouteroperator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.http.ClientSettings;
import io.openrouteroperator.openrouter.http.Operation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trap 24 and invariant P: whatever the server does with a key, nothing of ours prints it. */
class KeyMaterialTest {
    private static final String KEY = Samples.KEY.reveal();
    private static final String CREATE = "POST /api/v1/keys";

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger root = Logger.getLogger("");
    /** Those that could see a key: ours and the JDK's client. */
    private final List<Logger> chatty = List.of(Logger.getLogger("io.openrouteroperator"), Logger.getLogger("jdk"));

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            printed.add(entry.getMessage() + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void capture() {
        root.addHandler(handler);
        chatty.forEach(logger -> logger.setLevel(Level.ALL));
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
        chatty.forEach(logger -> logger.setLevel(null));
        root.removeHandler(handler);
        server.close();
    }

    static Reply[] answersThatHoldAKey() {
        return new Reply[] {
            Reply.error(400, "key " + KEY + " is odd"),
            Reply.error(401, "no such key: " + Client.MANAGEMENT_KEY.reveal()),
            Reply.full(502, "Content-Type: text/html\r\n", "<html>" + KEY + "</html>"),
            Reply.full(500, "Content-Type: text/plain\r\n", KEY),
            Reply.json(201, "{\"key\":\"" + KEY),
            Reply.json(201, "{\"key\":\"" + KEY + "\",\"data\":\"" + KEY + "\"}"),
            Reply.json(201, "{\"key\":\"" + KEY + "\",\"data\":{\"hash\":\"" + KEY + "\"}}"),
            Reply.json(201, "[\"" + KEY + "\"]"),
            Reply.truncated(201, Samples.minted()),
            Reply.json(201, "Location: /" + KEY + "\r\n", "\u0001" + KEY),
        };
    }

    @ParameterizedTest
    @MethodSource("answersThatHoldAKey")
    void failedCreatePrintsNoKey(Reply reply) {
        server.on(CREATE, reply);

        Throwable thrown = catchThrowable(() -> client.openRouter.createKey(Samples.keyRequest()));

        assertThat(thrown).isInstanceOf(OpenRouterException.class);
        assertSilent(trace(thrown) + ((OpenRouterException) thrown).failure());
    }

    @Test
    void successfulCreatePrintsNoKey() {
        server.on(CREATE, Reply.json(201, Samples.minted()));

        MintedKey minted = client.openRouter.createKey(Samples.keyRequest());

        assertSilent(
                minted.toString() + client.openRouter + client.openRouter.connection() + client.meters.getMeters());
    }

    @Test
    void callsPrintNoKey() {
        assertSilent(Call.to(Operation.DESCRIBE_KEY, "key").as(Samples.KEY).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-or-v1-abab\nabababababababab", "sk-or-v1-ababababé", "", "a b"})
    void keyThatNoHeaderCanCarryIsRefusedWithoutQuotingIt(String value) {
        Client odd = new Client(server.base(), ClientSettings.defaults("test/1"), SecretValue.of(value), () -> 0.5);

        OpenRouterException thrown =
                (OpenRouterException) catchThrowable(() -> odd.openRouter.createKey(Samples.keyRequest()));

        assertThat(thrown.failure()).isEqualTo(new Failure.Unauthorized("the key holds characters that no key has"));
        assertSilent(trace(thrown));
    }

    @Test
    void theKeyTravelsInItsHeaderAlone() {
        server.on(CREATE, Reply.json(201, Samples.minted()));

        client.openRouter.createKey(Samples.keyRequest());

        ScriptedServer.Request request = server.requests().getFirst();
        assertThat(request.target() + request.body()).doesNotContain(Client.MANAGEMENT_KEY.reveal());
        assertThat(request.headers().values().stream().filter(value -> value.contains(Client.MANAGEMENT_KEY.reveal())))
                .hasSize(1);
    }

    private void assertSilent(String more) {
        assertThat(printed + console.toString(StandardCharsets.UTF_8) + more)
                .doesNotContain("abababab")
                .doesNotContain("abcdefmanagement");
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
