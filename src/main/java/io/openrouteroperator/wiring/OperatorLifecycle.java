package io.openrouteroperator.wiring;

import io.javaoperatorsdk.operator.Operator;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts the reconcilers with the application, and stops them as soon as it is asked to stop: the webhook goes on for some seconds. */
@ApplicationScoped
class OperatorLifecycle {
    private final Operator operator;
    private final LeaseHandover lease;

    OperatorLifecycle(Operator operator, LeaseHandover lease) {
        this.operator = operator;
        this.lease = lease;
    }

    void start(@Observes StartupEvent event) {
        operator.start();
    }

    /** Stopping hands the leader's lease over, so that a successor need not wait for its end. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        operator.stop();
        lease.release();
    }
}
