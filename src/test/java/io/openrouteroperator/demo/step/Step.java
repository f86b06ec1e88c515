package io.openrouteroperator.demo.step;

/** One step of the story. */
public interface Step {
    /** What the step shows, as a heading. */
    String title();

    /** One sentence on why it matters. */
    String why();

    /**
     * Shows it.
     *
     * @throws RuntimeException if something is not as the step says
     */
    void play(Scene scene);
}
