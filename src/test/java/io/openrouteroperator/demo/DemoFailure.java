package io.openrouteroperator.demo;

/** Something that the demo says is not so; the message is for the person in front of the terminal. */
public final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DemoFailure(String message) {
        super(message);
    }
}
