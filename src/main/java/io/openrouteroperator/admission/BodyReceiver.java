package io.openrouteroperator.admission;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Receives one request's body within the limits; all of it happens on the connection's event loop. */
final class BodyReceiver {
    static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_LARGE = 413;
    static final int TOO_MANY_REQUESTS = 429;

    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final BodyLimits limits;
    private final IncomingBody body;
    private final Refusal refusal;
    private long timer = NO_TIMER;
    private boolean finished;

    /** Gets the status and the reason, at most once, and instead of the body. */
    @FunctionalInterface
    interface Refusal {
        void refuse(int status, String reason);
    }

    BodyReceiver(Vertx vertx, BodyLimits limits, IncomingBody body, Refusal refusal) {
        this.vertx = vertx;
        this.limits = limits;
        this.body = body;
        this.refusal = refusal;
    }

    /** Hands over the body once it is whole; to release it is up to {@code whole} then. */
    void receive(HttpServerRequest request, Consumer<IncomingBody> whole) {
        request.handler(this::take);
        request.exceptionHandler(_ -> {
            if (finish()) {
                body.release();
            }
        });
        request.endHandler(_ -> {
            if (finish()) {
                whole.accept(body);
            }
        });
        request.resume();
    }

    private void take(Buffer chunk) {
        if (finished) {
            return;
        }
        switch (body.add(chunk)) {
            case TAKEN -> limitTime();
            case TOO_LARGE -> refuse(TOO_LARGE, "the body is larger than " + limits.largest() + " bytes");
            case TOO_MANY_HELD -> refuse(TOO_MANY_REQUESTS, "too many large bodies at once, try again");
        }
    }

    /** Nearly every body comes in one piece, so that nearly no request needs a timer. */
    private void limitTime() {
        if (timer == NO_TIMER && !body.isComplete()) {
            timer = vertx.setTimer(
                    limits.readTime().toMillis(),
                    _ -> refuse(REQUEST_TIMEOUT, "the body took longer than " + limits.readTime()));
        }
    }

    private void refuse(int status, String reason) {
        if (finish()) {
            body.release();
            refusal.refuse(status, reason);
        }
    }

    private boolean finish() {
        boolean first = !finished;
        finished = true;
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
            timer = NO_TIMER;
        }
        return first;
    }
}
