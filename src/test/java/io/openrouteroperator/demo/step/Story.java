package io.openrouteroperator.demo.step;

import java.util.List;

/** The steps in their order. */
public final class Story {
    private Story() {}

    /** From an account to a guardrail put back. */
    public static List<Step> steps() {
        return List.of(
                new ConnectAccount(),
                new ApplyPolicy(),
                new RequestKey(),
                new UseKey(),
                new LeaveTheClass(),
                new RunStrayPod(),
                new RunFixedPod(),
                new EditGuardrailByHand());
    }
}
