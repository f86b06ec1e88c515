package io.openrouteroperator.openrouter;

import static io.openrouteroperator.openrouter.Client.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.RemoteKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Traps 6 and 8: pages shift under us, and the defaults hide keys. */
class KeyPagesTest {
    private static final String LIST = "GET /api/v1/keys";

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void asksForDisabledAndExpiredKeysAndNamesTheWorkspace() {
        server.on(LIST, keys(0, 1));

        client.openRouter.listKeys(Samples.WORKSPACE);

        assertThat(server.requests().getFirst().query())
                .containsEntry("workspace_id", Samples.WORKSPACE)
                .containsEntry("include_disabled", "true")
                .containsEntry("include_expired", "true")
                .containsEntry("offset", "0")
                .doesNotContainKey("limit");
    }

    @Test
    void asksWithoutIncludeExpiredWhereTheServerRefusesIt() {
        server.on(LIST, Reply.error(400, "Unrecognized parameter include_expired"), keys(0, 1));

        assertThat(client.openRouter.listKeys(Samples.WORKSPACE)).hasSize(1);
        assertThat(client.openRouter.listKeys(Samples.WORKSPACE)).hasSize(1);
        assertThat(server.requests())
                .extracting(request -> request.query().containsKey("include_expired"))
                .containsExactly(true, false, false);
    }

    @Test
    void keepsAskingForExpiredKeysWhenTheRefusalHadAnotherReason() {
        server.on(LIST, Reply.error(400, "no such workspace"), Reply.error(400, "no such workspace"), keys(0, 1));

        failure(() -> client.openRouter.listKeys(Samples.WORKSPACE));
        client.openRouter.listKeys(Samples.WORKSPACE);

        assertThat(server.requests().getLast().query()).containsEntry("include_expired", "true");
    }

    @Test
    void walksPagesOfOneHundred() {
        server.on(LIST, keys(0, 100), keys(100, 200), keys(200, 230));

        assertThat(client.openRouter.listKeys(Samples.WORKSPACE)).hasSize(230);
        assertThat(offsets()).containsExactly("0", "100", "200");
    }

    @Test
    void listEndsAtAnEmptyPage() {
        server.on(LIST, keys(0, 100), keys(0, 0));

        assertThat(client.openRouter.listKeys(Samples.WORKSPACE)).hasSize(100);
    }

    @Test
    void keyPushedOntoTheNextPageCountsOnce() {
        server.on(LIST, keys(0, 100), keys(99, 150));

        assertThat(client.openRouter.listKeys(Samples.WORKSPACE))
                .extracting(RemoteKey::hash)
                .hasSize(150)
                .doesNotHaveDuplicates();
    }

    @Test
    void scanFindsTheKeyThatADeletionHidFromOnePass() {
        KeyHash hidden = Samples.hash(100);
        // The first pass misses key 100: key 0 was deleted between its pages, which pulled key 100 onto the page
        // already read.
        server.on(
                LIST,
                keys(0, 100),
                keys(101, 150),
                keys(0, 0),
                keys(1, 101),
                keys(101, 150),
                keys(0, 0),
                keys(1, 101),
                keys(101, 150),
                keys(0, 0));

        List<RemoteKey> scanned = client.openRouter.scanKeys(Samples.WORKSPACE);

        assertThat(scanned).extracting(RemoteKey::hash).contains(hidden).hasSize(149);
    }

    @Test
    void scanDoesNotTakeAShortPageForTheEnd() {
        server.on(LIST, keys(0, 97), keys(97, 120), keys(0, 0), keys(0, 97), keys(97, 120), keys(0, 0));

        assertThat(client.openRouter.scanKeys(Samples.WORKSPACE)).hasSize(120);
    }

    @Test
    void scanGivesUpOnAListThatNeverSettles() {
        Reply[] shifting = IntStream.range(0, 40)
                .mapToObj(number -> number % 2 == 0 ? keys(number, number + 1) : keys(0, 0))
                .toArray(Reply[]::new);
        server.on(LIST, shifting);

        Failure failure = failure(() -> client.openRouter.scanKeys(Samples.WORKSPACE));

        assertThat(failure).isEqualTo(new Failure.AnswerLost("the list of keys keeps shifting"));
        assertThat(server.requests()).hasSize(2 * KeyPages.MOST_PASSES);
    }

    @Test
    void endsWhereAServerIgnoresTheOffset() {
        server.on(LIST, keys(0, 100));

        assertThat(client.openRouter.listKeys(Samples.WORKSPACE)).hasSize(100);
        assertThat(client.openRouter.scanKeys(Samples.WORKSPACE)).hasSize(100);
    }

    private List<String> offsets() {
        return server.requests().stream()
                .map(request -> request.query().get("offset"))
                .toList();
    }

    private static Reply keys(int from, int to) {
        return Samples.keys(IntStream.range(from, to));
    }
}
