package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of {@code make fuzz}. */
class ReviewFuzzTest {
    private static final int REVIEWS = 2_000;

    @Test
    void damagedReviewsAreBrokenOnesOrStillReviews() {
        assertThat(new ReviewFuzz().run(0, REVIEWS)).isBetween(REVIEWS / 20L, REVIEWS / 2L);
    }
}
