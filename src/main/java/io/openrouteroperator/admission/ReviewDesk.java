package io.openrouteroperator.admission;

import io.openrouteroperator.admission.caller.Stranger;
import io.openrouteroperator.admission.review.BrokenReviewException;
import io.openrouteroperator.admission.review.Review;
import io.openrouteroperator.admission.review.ReviewAnswer;
import io.openrouteroperator.admission.review.ReviewCase;
import io.openrouteroperator.admission.review.ReviewCase.Content;
import io.openrouteroperator.admission.review.ReviewCase.Declared;
import io.openrouteroperator.admission.review.ReviewCase.Irrelevant;
import io.openrouteroperator.admission.review.ReviewCaseReader;
import io.openrouteroperator.admission.review.ReviewReader;
import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.governance.GovernanceCache;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From request body to response body: at once when memory knows enough, in two steps when something must be looked up. */
public final class ReviewDesk {
    private final ReviewJudge judge;
    private final ContentDesk contents;
    private final GovernanceCache governance;
    private final NamespaceLookup namespaces;
    private final ReviewAnswer answers;
    private final AdmissionMeters meters;
    private final AnswerFollowUp followUp;

    /** A desk over the given rules and memories. */
    public ReviewDesk(
            ReviewJudge judge,
            ContentDesk contents,
            GovernanceCache governance,
            NamespaceLookup namespaces,
            ReviewAnswer answers,
            AdmissionMeters meters,
            AnswerFollowUp followUp) {
        this.judge = judge;
        this.contents = contents;
        this.governance = governance;
        this.namespaces = namespaces;
        this.answers = answers;
        this.meters = meters;
        this.followUp = followUp;
    }

    /** A review that has been read, what must be known to answer it, and {@link System#nanoTime} of its arrival. */
    record OpenReview(Review review, ReviewCase reviewCase, Set<ContentName> needed, long arrived) {}

    /** Reads a request body. */
    OpenReview open(byte[] body) throws BrokenReviewException {
        long arrived = System.nanoTime();
        Review review = ReviewReader.read(body);
        ReviewCase reviewCase = ReviewCaseReader.read(review);
        if (reviewCase instanceof Content content) {
            contents.forget(ContentName.of(content.object()));
        }
        return new OpenReview(review, reviewCase, judge.needed(reviewCase), arrived);
    }

    /** The answer, if memory knows everything that it takes. */
    Optional<byte[]> answerFromMemory(OpenReview open) {
        if (open.reviewCase() instanceof Declared) {
            // It may look at every key of the cluster: not on the event loop.
            return Optional.empty();
        }
        boolean settled = open.reviewCase() instanceof Irrelevant
                || judge.isGoverned(open.review().namespace());
        return settled ? contents.remembered(open.needed()).map(found -> answer(open, found)) : Optional.empty();
    }

    /**
     * The answer after asking the API server; it blocks. The API server sends reviews of namespaces that carry the governed label; one
     * that we do not know as governed may be seconds old, so its labels are read before it passes.
     */
    byte[] answerAfterLookup(OpenReview open) throws InterruptedException {
        if (open.reviewCase() instanceof Declared) {
            return answer(open, Map.of());
        }
        String namespace = open.review().namespace();
        if (!judge.isGoverned(namespace)) {
            namespaces.labels(namespace).ifPresent(labels -> governance.namespace(namespace, labels));
        }
        return judge.isGoverned(namespace) ? answer(open, contents.lookUp(open.needed())) : answer(open, Map.of());
    }

    private byte[] answer(OpenReview open, Map<ContentName, EntryKeys> found) {
        AdmissionDecision decision = judge.judge(open.reviewCase(), found);
        byte[] answer = answers.write(open.review(), decision);
        meters.answered(open.review(), decision, Duration.ofNanos(System.nanoTime() - open.arrived()));
        followUp.after(open.review(), decision);
        return answer;
    }

    /** A caller got no review. */
    void turnedAway(Stranger stranger) {
        meters.turnedAway(stranger);
    }

    /** A request could not be answered. */
    void unanswered() {
        meters.unanswered();
    }
}
