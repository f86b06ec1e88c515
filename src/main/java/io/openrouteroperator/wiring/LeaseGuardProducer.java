package io.openrouteroperator.wiring;

import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.openrouteroperator.reconcile.LeaseGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Makes the guard of the leader's lease, and the heart that beats for it. */
@ApplicationScoped
class LeaseGuardProducer {
    private static final Logger LOG = Logger.getLogger(LeaseGuardProducer.class);
    private static final long BEAT_SECONDS = 1;

    @Produces
    @Singleton
    LeaseGuard guard() {
        LeaseGuard guard = new LeaseGuard(
                System::nanoTime, LeaderElectionConfiguration.LEASE_DURATION_DEFAULT_VALUE, LeaseGuardProducer::end);
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("lease-guard").factory());
        var _ = heart.scheduleAtFixedRate(guard::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        return guard;
    }

    private static void end() {
        LOG.error("this process stood still for longer than its lease: another one leads by now, so it ends");
        Runtime.getRuntime().halt(1);
    }
}
