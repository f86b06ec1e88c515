package io.openrouteroperator.admission.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;

/** Writes a decision as an AdmissionReview response. */
public final class ReviewAnswer {
    private static final int FORBIDDEN = 403;
    /** The message counts the rest; an answer is not to grow with what somebody puts into a pod. */
    private static final int MOST_CAUSES = 100;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final RulePages pages;

    /** @param pages where refusals send developers who want to know more */
    public ReviewAnswer(RulePages pages) {
        this.pages = pages;
    }

    /** The response body. */
    public byte[] write(Review review, AdmissionDecision decision) {
        ObjectNode answer =
                JSON.createObjectNode().put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
        ObjectNode response = answer.putObject("response").put("uid", review.uid());
        switch (decision) {
            case Allow _ -> response.put("allowed", true);
            case Warn warn -> {
                response.put("allowed", true);
                warnings(response, warn.violations());
            }
            case Deny deny -> {
                response.put("allowed", false);
                status(response.putObject("status"), review, deny);
                warnings(response, deny.warnings());
            }
        }
        ObjectNode annotations = response.putObject("auditAnnotations");
        decision.auditAnnotations().forEach(annotations::put);
        return bytes(answer);
    }

    private static void warnings(ObjectNode response, List<Violation> violations) {
        ArrayNode lines = response.putArray("warnings");
        AdmissionMessage.warnings(violations).forEach(lines::add);
    }

    private void status(ObjectNode status, Review review, Deny deny) {
        ObjectIdentity object =
                ObjectIdentityReader.read(review.kind(), review.namespace(), review.name(), review.object());
        status.put("code", FORBIDDEN)
                .put("reason", "Forbidden")
                .put("message", AdmissionMessage.refusal(deny, object, pages));
        ObjectNode details = status.putObject("details")
                .put("name", KeyRecogniser.masked(review.name()))
                .put("kind", review.kind());
        ArrayNode causes = details.putArray("causes");
        deny.violations().stream()
                .limit(MOST_CAUSES)
                .forEach(violation -> causes.addObject()
                        .put("reason", violation.rule().id())
                        .put("field", violation.path())
                        .put("message", violation.what()));
    }

    private static byte[] bytes(ObjectNode answer) {
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can always be written", impossible);
        }
    }
}
