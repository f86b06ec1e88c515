package io.openrouteroperator.admission.review;

import io.openrouteroperator.admission.review.ReviewCase.Declared;
import io.openrouteroperator.admission.review.ReviewCase.Irrelevant;
import io.openrouteroperator.core.admission.declaration.Declaration;
import io.openrouteroperator.core.admission.declaration.Declaration.AccountDeleted;
import io.openrouteroperator.core.admission.declaration.Declaration.KeyWritten;
import io.openrouteroperator.core.admission.declaration.Declaration.PolicyDeleted;
import io.openrouteroperator.core.admission.declaration.Declaration.PolicyWritten;
import io.openrouteroperator.core.admission.declaration.DeclarationChecks;
import io.openrouteroperator.governance.DeclarationMapper;
import io.openrouteroperator.manifest.JsonValue;

/** Reads reviews of our own kinds. A status, and an object whose spec stays as it is, is nobody's business. */
final class DeclarationReader {
    private DeclarationReader() {}

    static ReviewCase read(Review review) {
        if (!review.subResource().isEmpty() || review.isBeingDeleted()) {
            return new Irrelevant();
        }
        return switch (review.operation()) {
            case CREATE, UPDATE -> written(review);
            case DELETE -> deleted(review);
            case CONNECT -> new Irrelevant();
        };
    }

    private static ReviewCase written(Review review) {
        JsonValue old = review.oldObject();
        boolean update = review.operation() == Operation.UPDATE;
        if (update && old.path("spec").sameAs(review.object().path("spec"))) {
            return new Irrelevant();
        }
        return switch (review.kind()) {
            case "OpenRouterKey" ->
                declared(
                        review,
                        new KeyWritten(
                                DeclarationMapper.key(review.object().toTree()),
                                update ? DeclarationMapper.key(old.toTree()) : null));
            case "OpenRouterPolicy" ->
                declared(
                        review,
                        new PolicyWritten(
                                DeclarationMapper.policy(review.object().toTree()),
                                update ? DeclarationMapper.policy(old.toTree()) : null,
                                strandingAllowed(review.object())));
            default -> new Irrelevant();
        };
    }

    private static ReviewCase deleted(Review review) {
        boolean allowed = strandingAllowed(review.oldObject());
        return switch (review.kind()) {
            case "OpenRouterPolicy" -> declared(review, new PolicyDeleted(review.name(), allowed));
            case "OpenRouterAccount" -> declared(review, new AccountDeleted(review.name(), allowed));
            default -> new Irrelevant();
        };
    }

    private static ReviewCase declared(Review review, Declaration declaration) {
        return new Declared(declaration, review.requester());
    }

    private static boolean strandingAllowed(JsonValue object) {
        return object.path("metadata")
                .path("annotations")
                .path(DeclarationChecks.STRANDING_ALLOWED)
                .asText()
                .equals("true");
    }
}
