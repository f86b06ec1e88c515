package io.openrouteroperator.admission.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.AdmissionDecision.Allow;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.AdmissionDecision.Warn;
import io.openrouteroperator.core.admission.AdmissionMessage;
import io.openrouteroperator.core.admission.RulePages;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import io.openrouteroperator.manifest.ObjectIdentityReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes a decision as an AdmissionReview response. */
public final class ReviewAnswer {
    private static final int FORBIDDEN = 403;
    /** The message counts the rest; an answer is not to grow with what somebody puts into a pod. */
    private static final int MOST_CAUSES = 100;

    private static final int USUAL_LENGTH = 512;

    private static final JsonFactory JSON = new JsonFactory();

    private final RulePages pages;

    /** @param pages where refusals send developers who want to know more */
    public ReviewAnswer(RulePages pages) {
        this.pages = pages;
    }

    /** The response body. */
    public byte[] write(Review review, AdmissionDecision decision) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("apiVersion", "admission.k8s.io/v1");
            json.writeStringField("kind", "AdmissionReview");
            json.writeObjectFieldStart("response");
            response(json, review, decision);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can always be written to", impossible);
        }
        return bytes.toByteArray();
    }

    private void response(JsonGenerator json, Review review, AdmissionDecision decision) throws IOException {
        json.writeStringField("uid", review.uid());
        json.writeBooleanField("allowed", !(decision instanceof Deny));
        switch (decision) {
            case Allow _ -> {}
            case Warn warn -> warnings(json, warn.violations());
            case Deny deny -> {
                status(json, review, deny);
                warnings(json, deny.warnings());
            }
        }
        json.writeObjectFieldStart("auditAnnotations");
        for (Map.Entry<String, String> annotation : decision.auditAnnotations().entrySet()) {
            json.writeStringField(annotation.getKey(), annotation.getValue());
        }
        json.writeEndObject();
    }

    private static void warnings(JsonGenerator json, List<Violation> violations) throws IOException {
        json.writeArrayFieldStart("warnings");
        for (String warning : AdmissionMessage.warnings(violations)) {
            json.writeString(warning);
        }
        json.writeEndArray();
    }

    private void status(JsonGenerator json, Review review, Deny deny) throws IOException {
        ObjectIdentity object =
                ObjectIdentityReader.read(review.kind(), review.namespace(), review.name(), review.object());
        json.writeObjectFieldStart("status");
        json.writeNumberField("code", FORBIDDEN);
        json.writeStringField("reason", "Forbidden");
        json.writeStringField("message", AdmissionMessage.refusal(deny, object, pages));
        json.writeObjectFieldStart("details");
        json.writeStringField("name", KeyRecogniser.masked(review.name()));
        json.writeStringField("kind", review.kind());
        json.writeArrayFieldStart("causes");
        for (Violation violation : deny.violations().stream().limit(MOST_CAUSES).toList()) {
            json.writeStartObject();
            json.writeStringField("reason", violation.rule().id());
            json.writeStringField("field", violation.path());
            json.writeStringField("message", violation.what());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }
}
