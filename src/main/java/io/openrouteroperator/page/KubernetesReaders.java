package io.openrouteroperator.page;

import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.api.model.authentication.UserInfo;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.listing.ObjectKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Asks the API server whose token it is (TokenReview) and whether that user may list OpenRouterKeys (SubjectAccessReview). Answers count
 * for ten seconds; a token that is taken back, or a right, is gone after that. Of a token only its SHA-256 is remembered.
 */
final class KubernetesReaders implements Readers {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST_QUESTIONS = 4;

    private final KubernetesClient client;
    private final BriefMemory<KeyHash, Optional<UserInfo>> users;
    private final BriefMemory<Right, Boolean> rights;
    /** However many guess tokens, the API server is asked about few at a time. */
    private final Semaphore questions = new Semaphore(MOST_QUESTIONS, true);

    private record Right(KeyHash token, String namespace) {}

    KubernetesReaders(KubernetesClient client, Clock clock) {
        this.client = client;
        this.users = new BriefMemory<>(clock, KEPT);
        this.rights = new BriefMemory<>(clock, KEPT);
    }

    @Override
    public Access access(SecretValue token, String namespace) {
        Optional<UserInfo> user = users.answer(token.hash(), () -> asked(() -> user(token)));
        if (user.isEmpty()) {
            return new Access.Unknown();
        }
        String name = user.get().getUsername();
        if (mayList(token, user.get(), "")) {
            return new Access.Everything(name);
        }
        return !namespace.isEmpty() && mayList(token, user.get(), namespace)
                ? new Access.OneNamespace(name, namespace)
                : new Access.Refused(name);
    }

    private boolean mayList(SecretValue token, UserInfo user, String namespace) {
        return rights.answer(new Right(token.hash(), namespace), () -> asked(() -> mayList(user, namespace)));
    }

    private Optional<UserInfo> user(SecretValue token) {
        TokenReview review = client.resource(new TokenReviewBuilder()
                        .withNewSpec()
                        .withToken(token.reveal())
                        .endSpec()
                        .build())
                .create();
        return review.getStatus() != null
                        && Boolean.TRUE.equals(review.getStatus().getAuthenticated())
                ? Optional.ofNullable(review.getStatus().getUser())
                : Optional.empty();
    }

    /** @param namespace empty for all */
    private boolean mayList(UserInfo user, String namespace) {
        SubjectAccessReview review = client.resource(new SubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withUser(user.getUsername())
                        .withUid(user.getUid())
                        .withGroups(user.getGroups())
                        .withExtra(user.getExtra())
                        .withNewResourceAttributes()
                        .withVerb("list")
                        .withGroup(ObjectKind.KEY.group())
                        .withVersion(ObjectKind.KEY.version())
                        .withResource(ObjectKind.KEY.plural())
                        .withNamespace(namespace)
                        .endResourceAttributes()
                        .endSpec()
                        .build())
                .create();
        return review.getStatus() != null
                && Boolean.TRUE.equals(review.getStatus().getAllowed());
    }

    private <A> A asked(Supplier<A> question) {
        questions.acquireUninterruptibly();
        try {
            return question.get();
        } catch (KubernetesClientException unanswered) {
            throw new UnansweredException(
                    "The API server did not say who you are and what you may read (%s). Try again in a moment."
                            .formatted(unanswered.getCode() > 0 ? "it answered " + unanswered.getCode() : "no answer"));
        } finally {
            questions.release();
        }
    }
}
