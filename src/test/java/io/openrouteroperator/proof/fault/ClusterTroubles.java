package io.openrouteroperator.proof.fault;

import io.openrouteroperator.proof.Effect;
import io.openrouteroperator.proof.gate.Guard;
import io.openrouteroperator.proof.gate.Passage;
import io.openrouteroperator.proof.gate.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes writes to the cluster fail, each trouble for one tenant and one kind of write. */
final class ClusterTroubles implements Guard {
    /** One trouble and how often it has hit. */
    static final class Active {
        private final String tenant;
        private final Effect effect;
        private final Trouble.InCluster trouble;
        private final AtomicInteger hits = new AtomicInteger();

        Active(String tenant, Effect effect, Trouble.InCluster trouble) {
            this.tenant = tenant;
            this.effect = effect;
            this.trouble = trouble;
        }

        /** How many writes it met. */
        int hits() {
            return hits.get();
        }

        private boolean hits(Request request) {
            return Effect.inCluster(request, tenant).filter(effect::equals).isPresent()
                    && hits.incrementAndGet() <= trouble.times();
        }
    }

    private final List<Active> active = new CopyOnWriteArrayList<>();

    /** Puts a trouble in force. */
    Active add(String tenant, Effect effect, Trouble.InCluster trouble) {
        Active added = new Active(tenant, effect, trouble);
        active.add(added);
        return added;
    }

    /** Takes it away. */
    void remove(Active removed) {
        active.remove(removed);
    }

    @Override
    public Passage arrives(Request request) {
        for (Active one : active) {
            if (one.hits(request)) {
                return one.trouble.passage();
            }
        }
        return Passage.OPEN;
    }
}
