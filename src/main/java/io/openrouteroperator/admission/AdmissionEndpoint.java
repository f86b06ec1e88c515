package io.openrouteroperator.admission;

import io.openrouteroperator.admission.ReviewDesk.OpenReview;
import io.openrouteroperator.admission.review.BrokenReviewException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Optional;
import org.jboss.logging.Logger;

/** {@code POST /validate}: answered on the event loop from memory; a virtual thread waits where the API server must be asked. */
public final class AdmissionEndpoint {
    /** Where the API server sends AdmissionReviews. */
    public static final String PATH = "/validate";

    private static final Logger LOG = Logger.getLogger(AdmissionEndpoint.class);

    /** An API request may have 3 MiB, and an update carries the object twice. */
    private static final int LARGEST_BODY = 12 * 1024 * 1024;

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int SERVER_ERROR = 500;

    private final Vertx vertx;
    private final ReviewDesk desk;

    /** An endpoint that passes reviews to {@code desk}. */
    public AdmissionEndpoint(Vertx vertx, ReviewDesk desk) {
        this.vertx = vertx;
        this.desk = desk;
    }

    /** Adds the route. */
    public void register(Router router) {
        router.post(PATH).handler(routing -> receive(routing.request(), routing.response()));
    }

    private void receive(HttpServerRequest request, HttpServerResponse response) {
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= LARGEST_BODY) {
                body.appendBuffer(chunk);
            } else if (!response.ended()) {
                fail(response, TOO_LARGE, "the body is larger than " + LARGEST_BODY + " bytes");
            }
        });
        request.endHandler(_ -> {
            if (!response.ended()) {
                answer(body.getBytes(), response);
            }
        });
        request.resume();
    }

    private void answer(byte[] body, HttpServerResponse response) {
        try {
            OpenReview open = desk.open(body);
            Optional<byte[]> answer = desk.answerFromMemory(open);
            if (answer.isPresent()) {
                send(response, answer.get());
            } else {
                answerLater(open, response);
            }
        } catch (BrokenReviewException e) {
            desk.unanswered();
            fail(response, BAD_REQUEST, e.problem());
        } catch (RuntimeException e) {
            unexpected(response, e);
        }
    }

    private void answerLater(OpenReview open, HttpServerResponse response) {
        Context eventLoop = vertx.getOrCreateContext();
        Thread.ofVirtual().name("admission-lookup").start(() -> {
            try {
                byte[] answer = desk.answerAfterLookup(open);
                eventLoop.runOnContext(_ -> send(response, answer));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                eventLoop.runOnContext(_ -> unexpected(response, e));
            } catch (RuntimeException e) {
                eventLoop.runOnContext(_ -> unexpected(response, e));
            }
        });
    }

    /** The API server's failurePolicy decides about a request that we cannot answer; the log has the reason, the answer has not. */
    private void unexpected(HttpServerResponse response, Exception problem) {
        desk.unanswered();
        LOG.errorf("an admission review could not be answered: %s", problem);
        fail(response, SERVER_ERROR, "the review could not be answered, see the operator's log");
    }

    private static void fail(HttpServerResponse response, int status, String message) {
        if (!response.closed() && !response.ended()) {
            response.setStatusCode(status).putHeader("content-type", "application/json");
            var _ = response.end(new JsonObject().put("error", message).toBuffer());
        }
    }

    private static void send(HttpServerResponse response, byte[] body) {
        if (!response.closed()) {
            var _ = response.putHeader("content-type", "application/json").end(Buffer.buffer(body));
        }
    }
}
