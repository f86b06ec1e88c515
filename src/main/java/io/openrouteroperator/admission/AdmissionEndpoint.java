package io.openrouteroperator.admission;

import io.openrouteroperator.admission.ReviewDesk.OpenReview;
import io.openrouteroperator.admission.caller.Callers;
import io.openrouteroperator.admission.caller.Stranger;
import io.openrouteroperator.admission.review.BrokenReviewException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * {@code POST /validate}: answered on the event loop from memory. A virtual thread takes what would hold up the others on the loop:
 * large bodies, and reviews for which the API server must be asked.
 */
public final class AdmissionEndpoint {
    /** Where the API server sends AdmissionReviews. */
    public static final String PATH = "/validate";

    private static final Logger LOG = Logger.getLogger(AdmissionEndpoint.class);
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence ONE_SECOND = HttpHeaders.createOptimized("1");

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_NUMBER = 9;

    private final Vertx vertx;
    private final Callers callers;
    private final ReviewDesk desk;
    private final BodyLimits limits;
    private final HeldBytes held;
    /** In bytes: what large bodies are read at a time, since reading one takes several times its size. */
    private final Semaphore reading;

    /** An endpoint that passes reviews of {@code callers} to {@code desk}. */
    public AdmissionEndpoint(Vertx vertx, Callers callers, ReviewDesk desk, BodyLimits limits) {
        this.vertx = vertx;
        this.callers = callers;
        this.desk = desk;
        this.limits = limits;
        this.held = new HeldBytes(limits.heldAtOnce());
        this.reading = new Semaphore(limits.largest(), true);
    }

    /** Adds the route. */
    public void register(Router router) {
        router.post(PATH).handler(routing -> admit(routing.request(), routing.response()));
    }

    /** Bytes of large bodies that are held now. */
    long heldBytes() {
        return held.now();
    }

    private void admit(HttpServerRequest request, HttpServerResponse response) {
        Optional<Stranger> stranger = callers.stranger(request.connection().sslSession());
        if (stranger.isEmpty()) {
            receive(request, response);
            return;
        }
        turnAway(request, response, stranger.get());
    }

    /** What a stranger sends is dropped; the answer comes after it, since not every client reads while it writes. */
    private void turnAway(HttpServerRequest request, HttpServerResponse response, Stranger stranger) {
        desk.turnedAway(stranger);
        long late = vertx.setTimer(limits.readTime().toMillis(), _ -> {
            var _ = request.connection().close();
        });
        request.handler(_ -> {});
        request.endHandler(_ -> {
            vertx.cancelTimer(late);
            fail(response, stranger.status(), stranger.message());
        });
        request.resume();
    }

    private void receive(HttpServerRequest request, HttpServerResponse response) {
        IncomingBody body = new IncomingBody(claimedLength(request), limits.largest(), held);
        BodyReceiver receiver = new BodyReceiver(vertx, limits, body, (status, reason) -> {
            desk.unanswered();
            fail(response, status, reason);
            if (status == BodyReceiver.REQUEST_TIMEOUT) {
                var _ = request.connection().close();
            }
        });
        receiver.receive(request, whole -> answer(whole, response));
    }

    private static int claimedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.chars().allMatch(Character::isDigit)) {
            return -1;
        }
        return length.length() > LONGEST_NUMBER ? Integer.MAX_VALUE : Integer.parseInt(length);
    }

    private void answer(IncomingBody body, HttpServerResponse response) {
        if (body.isSmall()) {
            answerSmall(body.bytes(), response);
        } else {
            aside(() -> readLarge(body), response);
        }
    }

    private void answerSmall(byte[] body, HttpServerResponse response) {
        try {
            OpenReview open = desk.open(body);
            Optional<byte[]> answer = desk.answerFromMemory(open);
            if (answer.isPresent()) {
                send(response, answer.get());
            } else {
                aside(() -> desk.answerAfterLookup(open), response);
            }
        } catch (BrokenReviewException | RuntimeException e) {
            failed(response, e);
        }
    }

    private byte[] readLarge(IncomingBody body) throws BrokenReviewException, InterruptedException {
        byte[] bytes = body.bytes();
        OpenReview open;
        reading.acquire(bytes.length);
        try {
            open = desk.open(bytes);
        } finally {
            reading.release(bytes.length);
            body.release();
        }
        Optional<byte[]> answer = desk.answerFromMemory(open);
        return answer.isPresent() ? answer.get() : desk.answerAfterLookup(open);
    }

    private void aside(Callable<byte[]> work, HttpServerResponse response) {
        Context eventLoop = vertx.getOrCreateContext();
        Thread.ofVirtual().name("admission-lookup").start(() -> {
            Runnable reply = reply(work, response);
            eventLoop.runOnContext(_ -> reply.run());
        });
    }

    private Runnable reply(Callable<byte[]> work, HttpServerResponse response) {
        try {
            byte[] answer = work.call();
            return () -> send(response, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> failed(response, e);
        } catch (Exception e) {
            return () -> failed(response, e);
        }
    }

    /** The API server's failurePolicy decides about a request that we cannot answer; the log has the reason, the answer has not. */
    private void failed(HttpServerResponse response, Exception problem) {
        desk.unanswered();
        if (problem instanceof BrokenReviewException broken) {
            fail(response, BAD_REQUEST, broken.problem());
            return;
        }
        LOG.errorf("an admission review could not be answered: %s", problem);
        fail(response, SERVER_ERROR, "the review could not be answered, see the operator's log");
    }

    private static void fail(HttpServerResponse response, int status, String message) {
        if (response.closed() || response.ended()) {
            return;
        }
        if (status == BodyReceiver.TOO_MANY_REQUESTS) {
            // The API server repeats a call that is answered like this, while its own time lasts.
            response.putHeader(HttpHeaders.RETRY_AFTER, ONE_SECOND);
        }
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        var _ = response.end(new JsonObject().put("error", message).toBuffer());
    }

    private static void send(HttpServerResponse response, byte[] body) {
        if (!response.closed()) {
            var _ = response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(Buffer.buffer(body));
        }
    }
}
