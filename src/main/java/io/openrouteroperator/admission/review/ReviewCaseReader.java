package io.openrouteroperator.admission.review;

import io.openrouteroperator.admission.review.ReviewCase.Content;
import io.openrouteroperator.admission.review.ReviewCase.Irrelevant;
import io.openrouteroperator.admission.review.ReviewCase.Pods;
import io.openrouteroperator.admission.review.ReviewCase.SecretDeletion;
import io.openrouteroperator.api.v1alpha1.ApiGroup;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.manifest.ContentReader;
import io.openrouteroperator.manifest.JsonValue;
import io.openrouteroperator.manifest.MarkReader;
import io.openrouteroperator.manifest.ObjectIdentityReader;
import io.openrouteroperator.manifest.PodFactsReader;
import io.openrouteroperator.manifest.PodShape;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Sorts reviews into cases. What must never be held up is sorted out here: connections, deletions of anything but Secrets and our own kinds, objects on
 * their way out unless somebody puts something into them, subresources such as status and scale.
 */
public final class ReviewCaseReader {
    private static final String EPHEMERAL_CONTAINERS = "ephemeralcontainers";
    private static final Set<String> CONTENT_KINDS = Set.of("Secret", "ConfigMap");
    private static final Set<String> CONTENT_FIELDS = Set.of("data", "stringData", "binaryData");

    private ReviewCaseReader() {}

    /** The case that a review makes. */
    public static ReviewCase read(Review review) {
        if (review.group().equals(ApiGroup.NAME)) {
            return DeclarationReader.read(review);
        }
        return switch (review.operation()) {
            case CONNECT -> new Irrelevant();
            case DELETE ->
                review.kind().equals("Secret") && review.subResource().isEmpty() && !review.isBeingDeleted()
                        ? new SecretDeletion(identity(review, review.oldObject()), review.requester())
                        : new Irrelevant();
            case CREATE, UPDATE -> write(review);
        };
    }

    private static ReviewCase write(Review review) {
        boolean examined =
                review.subResource().isEmpty() || review.subResource().equals(EPHEMERAL_CONTAINERS);
        if (!examined || (review.isBeingDeleted() && !writesContent(review))) {
            return new Irrelevant();
        }
        return switch (review.kind()) {
            case "Secret" ->
                content(review, ContentReader::secret, MarkReader.readNew(review.object(), review.oldObject()));
            case "ConfigMap" -> content(review, ContentReader::configMap, Set.of());
            default -> pods(review);
        };
    }

    /** Whatever is on its way out starts no container any more, but a finalizer keeps Secrets and ConfigMaps readable for years. */
    private static boolean writesContent(Review review) {
        return CONTENT_KINDS.contains(review.kind())
                && CONTENT_FIELDS.stream()
                        .anyMatch(field -> !review.object()
                                .path(field)
                                .sameAs(review.oldObject().path(field)));
    }

    private static ReviewCase content(Review review, Function<JsonValue, EntryKeys> reader, Set<String> marks) {
        return new Content(
                new Contents(identity(review, review.object()), reader.apply(review.object()), marks),
                reader.apply(review.oldObject()),
                review.requester(),
                review.operation() == Operation.CREATE);
    }

    private static ReviewCase pods(Review review) {
        Optional<String> pointer = PodShape.pointerFor(review.group(), review.kind());
        if (pointer.isEmpty()) {
            return new Irrelevant();
        }
        boolean update = review.operation() == Operation.UPDATE;
        boolean unchanged = update && PodShape.samePods(pointer.get(), review.object(), review.oldObject());
        boolean pod = pointer.get().isEmpty();
        if (pod && unchanged) {
            return new Irrelevant();
        }
        PodFacts now = facts(review, review.object(), pointer.get());
        PodFacts before = pod && update ? facts(review, review.oldObject(), pointer.get()) : null;
        return new Pods(now, before, unchanged);
    }

    private static PodFacts facts(Review review, JsonValue object, String pointer) {
        return PodFactsReader.read(identity(review, object), object, pointer);
    }

    private static ObjectIdentity identity(Review review, JsonValue object) {
        return ObjectIdentityReader.read(review.kind(), review.namespace(), review.name(), object);
    }
}
