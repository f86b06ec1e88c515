package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jboss.logging.Logger;

/**
 * Gives the leader's lease back before the process ends. The election does so too, but in the background, and the process ends
 * before that is written; a successor then waits for the whole lease.
 */
@Singleton
class LeaseHandover {
    private static final Logger LOG = Logger.getLogger(LeaseHandover.class);
    private static final int ATTEMPTS = 3;

    private final KubernetesClient client;
    private final OperatorConfiguration configuration;
    private final Clock clock;

    LeaseHandover(KubernetesClient client, OperatorConfiguration configuration, Clock clock) {
        this.client = client;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** Returns when the lease is somebody else's or nobody's; an API server that cannot be asked is logged and not waited for. */
    void release() {
        try {
            for (int attempt = 0; attempt < ATTEMPTS && !isReleased(); attempt++) {
                LOG.debug("the lease changed while it was given back");
            }
        } catch (KubernetesClientException unreachable) {
            LOG.warnf("the leader's lease was not given back: %s", unreachable.getMessage());
        }
    }

    /** False when somebody wrote the lease at the same time. */
    private boolean isReleased() {
        var resource = client.leases().inNamespace(configuration.namespace()).withName(configuration.lease());
        Lease lease = resource.get();
        if (lease == null || !configuration.podName().equals(lease.getSpec().getHolderIdentity())) {
            return true;
        }
        try {
            client.resource(released(lease)).update();
            return true;
        } catch (KubernetesClientException conflict) {
            if (conflict.getCode() != 409) {
                throw conflict;
            }
            return false;
        }
    }

    /** As client-go releases a lease: no holder, and over in a second. */
    private Lease released(Lease lease) {
        ZonedDateTime now = ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new LeaseBuilder(lease)
                .editSpec()
                .withHolderIdentity("")
                .withLeaseDurationSeconds(1)
                .withRenewTime(now)
                .endSpec()
                .build();
    }
}
