package io.openrouteroperator.admission.review;

/** A request body that is no AdmissionReview we can answer. */
public final class BrokenReviewException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    BrokenReviewException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong, without any of the content. */
    public String problem() {
        return problem;
    }
}
