package io.openrouteroperator.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.simulator.fault.Distortion;
import io.openrouteroperator.simulator.fault.Fault;
import io.openrouteroperator.simulator.fault.FaultSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What goes over the wire in the end.
 *
 * @param status 0 where the connection is cut without a word
 * @param cut whether the connection is cut in the middle of the body
 */
record Delivery(int status, Map<String, String> headers, String contentType, String text, boolean cut) {

    private static final String JSON = "application/json";

    /** Carries a call out under its faults: some keep it from happening, some only from being answered. */
    static Delivery of(FaultSet faults, Supplier<Answer> call) {
        Optional<Delivery> before = instead(faults, false);
        if (before.isPresent()) {
            return before.get();
        }
        Answer answer = call.get();
        return instead(faults, true).orElseGet(() -> distorted(faults, answer));
    }

    private static Optional<Delivery> instead(FaultSet faults, boolean committed) {
        if (faults.first(Fault.ConnectionReset.class)
                .filter(reset -> reset.committed() == committed)
                .isPresent()) {
            return Optional.of(new Delivery(0, Map.of(), JSON, "", true));
        }
        Optional<Delivery> refused = committed
                ? Optional.empty()
                : faults.first(Fault.RateLimited.class)
                        .map(Delivery::rateLimited)
                        .or(() -> faults.first(Fault.Refused.class).map(Delivery::refused));
        return refused.or(() -> faults.first(Fault.ServerError.class)
                .filter(error -> error.committed() == committed)
                .map(Delivery::serverError));
    }

    private static Delivery rateLimited(Fault.RateLimited fault) {
        Refusal refusal = new Refusal(429, "Rate limit exceeded");
        if (fault.retryAfter() != null) {
            refusal.withHeader("Retry-After", Long.toString(fault.retryAfter().toSeconds()));
        }
        return whole(refusal.answer());
    }

    private static Delivery refused(Fault.Refused fault) {
        String message = switch (fault.status()) {
            case 401 -> "Invalid credentials";
            case 402 -> "Insufficient credits";
            case 404 -> "Resource not found";
            case 408 -> "Operation timed out. Please try again later.";
            default -> "Forbidden";
        };
        return whole(new Refusal(fault.status(), message).answer());
    }

    private static Delivery serverError(Fault.ServerError fault) {
        int status = fault.status();
        if (!fault.html()) {
            return whole(new Refusal(status, "Internal Server Error").answer());
        }
        String page =
                "<html><head><title>" + status + "</title></head><body><h1>Error " + status + "</h1></body></html>";
        return new Delivery(status, Map.of(), "text/html", page, false);
    }

    private static Delivery distorted(FaultSet faults, Answer answer) {
        if (answer.body() == null) {
            return whole(answer);
        }
        // The body may be a shared one of the catalogue: change a copy.
        JsonNode body = answer.body().deepCopy();
        Distortion.apply(faults, body);
        Delivery delivery = whole(new Answer(answer.status(), answer.headers(), body, answer.events()));
        if (faults.has(Fault.MalformedBody.class)) {
            return delivery.with("{\"data\": [}" + delivery.text, false);
        }
        return faults.has(Fault.TruncatedBody.class) ? delivery.with(delivery.text, true) : delivery;
    }

    private static Delivery whole(Answer answer) {
        JsonNode body = answer.body();
        String text = body == null ? eventStream(answer) : body.toString();
        String type = body == null ? "text/event-stream" : JSON;
        return new Delivery(answer.status(), new LinkedHashMap<>(answer.headers()), type, text, false);
    }

    private static String eventStream(Answer answer) {
        StringBuilder text = new StringBuilder();
        answer.events().forEach(event -> text.append("data: ").append(event).append("\n\n"));
        return text.toString();
    }

    private Delivery with(String changedText, boolean changedCut) {
        return new Delivery(status, headers, contentType, changedText, changedCut);
    }
}
