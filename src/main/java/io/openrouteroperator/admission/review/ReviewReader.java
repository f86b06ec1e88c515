package io.openrouteroperator.admission.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.openrouteroperator.core.admission.Requester;
import io.openrouteroperator.manifest.JsonValue;
import java.io.IOException;

/** Reads AdmissionReviews of {@code admission.k8s.io/v1}. */
public final class ReviewReader {
    private static final String API_VERSION = "admission.k8s.io/v1";

    private ReviewReader() {}

    /** The request in a review; throws when the body is not one. */
    public static Review read(byte[] body) throws BrokenReviewException {
        JsonValue review = parse(body);
        require(review.isObject(), "the body is no JSON object");
        require("AdmissionReview".equals(review.path("kind").asText()), "kind is not AdmissionReview");
        require(API_VERSION.equals(review.path("apiVersion").asText()), "apiVersion is not " + API_VERSION);
        JsonValue request = review.path("request");
        require(request.isObject(), "request is missing");
        String uid = request.path("uid").asText();
        require(!uid.isEmpty(), "request.uid is missing");
        String kind = request.path("kind").path("kind").asText();
        require(!kind.isEmpty(), "request.kind.kind is missing");
        Operation operation = operation(request.path("operation").asText());
        JsonValue object = request.path("object");
        JsonValue oldObject = request.path("oldObject");
        boolean writes = operation == Operation.CREATE || operation == Operation.UPDATE;
        require(!writes || object.isObject(), "request.object is missing");
        return new Review(
                uid,
                request.path("kind").path("group").asText(),
                kind,
                request.path("subResource").asText(),
                operation,
                request.path("namespace").asText(),
                name(request, object, oldObject),
                new Requester(request.path("userInfo").path("username").asText()),
                request.path("dryRun").asText().equals("true"),
                object,
                oldObject);
    }

    private static String name(JsonValue request, JsonValue object, JsonValue oldObject) {
        String requested = request.path("name").asText();
        if (!requested.isEmpty()) {
            return requested;
        }
        String written = object.at("/metadata/name").asText();
        return written.isEmpty() ? oldObject.at("/metadata/name").asText() : written;
    }

    private static Operation operation(String name) throws BrokenReviewException {
        return switch (name) {
            case "CREATE" -> Operation.CREATE;
            case "UPDATE" -> Operation.UPDATE;
            case "DELETE" -> Operation.DELETE;
            case "CONNECT" -> Operation.CONNECT;
            default -> throw new BrokenReviewException("request.operation is not CREATE, UPDATE, DELETE or CONNECT");
        };
    }

    /** Jackson's own message quotes the source, which may hold a key: only the place is passed on. */
    private static JsonValue parse(byte[] body) throws BrokenReviewException {
        try {
            return JsonValue.read(body);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " near byte " + e.getLocation().getByteOffset();
            throw new BrokenReviewException("the body is not JSON" + place);
        } catch (IOException e) {
            throw new BrokenReviewException("the body cannot be read");
        }
    }

    private static void require(boolean holds, String otherwise) throws BrokenReviewException {
        if (!holds) {
            throw new BrokenReviewException(otherwise);
        }
    }
}
