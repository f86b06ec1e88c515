package io.openrouteroperator.proof.availability;

import io.openrouteroperator.installation.OperatorProcess;
import io.openrouteroperator.proof.Effect;
import io.openrouteroperator.proof.ProvingGround;
import io.openrouteroperator.proof.gate.Guard;
import io.openrouteroperator.proof.gate.Passage;
import io.openrouteroperator.proof.gate.Request;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a process stand still when OpenRouter has done what it asked for and it has not heard of it. */
final class Standstill implements Guard {
    private final OperatorProcess process;
    private final String call;
    private final AtomicBoolean standing = new AtomicBoolean();

    private Standstill(OperatorProcess process, String call) {
        this.process = process;
        this.call = call;
    }

    /** Waits at the gate for the first call of this kind. */
    static Standstill at(ProvingGround ground, OperatorProcess process, String call) {
        Standstill guard = new Standstill(process, call);
        ground.openRouter().guardedBy(guard);
        return guard;
    }

    /** Whether the process stands still. */
    boolean reached() {
        return standing.get();
    }

    @Override
    public Passage arrives(Request request) {
        return Passage.OPEN;
    }

    @Override
    public void answered(Request request) {
        if (Effect.atOpenRouter(request.method(), request.path()).name().equals(call)
                && standing.compareAndSet(false, true)) {
            process.process().pause();
        }
    }
}
