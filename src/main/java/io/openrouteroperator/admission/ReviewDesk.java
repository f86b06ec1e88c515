package io.openrouteroperator.admission;

import io.openrouteroperator.admission.review.BrokenReviewException;
import io.openrouteroperator.admission.review.Review;
import io.openrouteroperator.admission.review.ReviewAnswer;
import io.openrouteroperator.admission.review.ReviewCase;
import io.openrouteroperator.admission.review.ReviewCase.Content;
import io.openrouteroperator.admission.review.ReviewCase.Irrelevant;
import io.openrouteroperator.admission.review.ReviewCaseReader;
import io.openrouteroperator.admission.review.ReviewReader;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.governance.GovernanceCache;
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

    /** A desk over the given rules and memories. */
    public ReviewDesk(
            ReviewJudge judge,
            ContentDesk contents,
            GovernanceCache governance,
            NamespaceLookup namespaces,
            ReviewAnswer answers) {
        this.judge = judge;
        this.contents = contents;
        this.governance = governance;
        this.namespaces = namespaces;
        this.answers = answers;
    }

    /** A review that has been read, and what must be known to answer it. */
    record OpenReview(Review review, ReviewCase reviewCase, Set<ContentName> needed) {}

    /** Reads a request body. */
    OpenReview open(byte[] body) throws BrokenReviewException {
        Review review = ReviewReader.read(body);
        ReviewCase reviewCase = ReviewCaseReader.read(review);
        if (reviewCase instanceof Content content) {
            ObjectIdentity object = content.object();
            contents.forget(
                    new ContentName(object.kind().equals("Secret"), new ObjectName(object.namespace(), object.name())));
        }
        return new OpenReview(review, reviewCase, judge.needed(reviewCase));
    }

    /** The answer, if memory knows everything that it takes. */
    Optional<byte[]> answerFromMemory(OpenReview open) {
        boolean settled = open.reviewCase() instanceof Irrelevant
                || judge.isGoverned(open.review().namespace());
        return settled ? contents.remembered(open.needed()).map(found -> answer(open, found)) : Optional.empty();
    }

    /**
     * The answer after asking the API server; it blocks. The API server sends reviews of namespaces that carry the governed label; one
     * that we do not know as governed may be seconds old, so its labels are read before it passes.
     */
    byte[] answerAfterLookup(OpenReview open) throws InterruptedException {
        String namespace = open.review().namespace();
        if (!judge.isGoverned(namespace)) {
            namespaces.labels(namespace).ifPresent(labels -> governance.namespace(namespace, labels));
        }
        return judge.isGoverned(namespace) ? answer(open, contents.lookUp(open.needed())) : answer(open, Map.of());
    }

    private byte[] answer(OpenReview open, Map<ContentName, EntryKeys> found) {
        return answers.write(open.review(), judge.judge(open.reviewCase(), found));
    }
}
