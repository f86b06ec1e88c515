package io.openrouteroperator.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the operator is told from outside; the chart sets it by environment variables such as {@code OPENROUTER_OPERATOR_LEASE}. */
@ConfigMapping(prefix = "openrouter.operator")
public interface OperatorConfiguration {
    /** The operator's own namespace. */
    @WithDefault("openrouter-system")
    String namespace();

    /** Name of this pod; the identity in leader election, so that a restarted container takes its own lease over at once. */
    @WithDefault("openrouter-operator")
    String podName();

    /** The operator's own ServiceAccount. */
    @WithDefault("openrouter-operator")
    String serviceAccount();

    /** Name of the leader election Lease. */
    @WithDefault("openrouter-operator")
    String lease();

    /** Id of this cluster in remote names; derived from the cluster's own identity when not given. */
    Optional<String> clusterName();

    /** Time between two reads of OpenRouter's model and provider catalogue. */
    @WithDefault("10m")
    Duration catalogueInterval();

    /** How long a deleted OpenRouterKey waits for OpenRouter before its account takes over and the object goes. */
    @WithDefault("2m")
    Duration deletionPatience();

    /** Whether each key has series of its own; with very many keys, each namespace tells the worst of its keys instead. */
    @WithDefault("true")
    boolean metricsPerKey();

    /** A PEM file with certificate authorities to trust besides the system's. */
    Optional<Path> caBundle();

    /** HTTP proxy to OpenRouter, as host:port. */
    Optional<String> proxy();

    /** Hosts reached without the proxy. */
    Optional<List<String>> noProxy();

    /** The webhook. */
    Webhook webhook();

    /** The scan of what exists already. */
    Scan scan();

    /** The audit log. */
    AuditLogConfiguration auditLog();

    /** The comparison of what was served with the policy. */
    Usage usage();

    /** The read-only page. */
    Page page();

    /** Where the review is served. */
    interface Page {
        /** Whether it is served at all. */
        @WithDefault("false")
        boolean enabled();

        /** The port. */
        @WithDefault("8444")
        int port();

        /** A folder with tls.crt and tls.key; without one the page is served on the loopback address alone. */
        Optional<Path> certificateDirectory();

        /** Name of the ConfigMap with the figures of each day. */
        @WithDefault("openrouter-operator-review-history")
        String history();
    }

    /** How often what was served is read, and how far back. */
    interface Usage {
        /** Whether it is read at all. */
        @WithDefault("true")
        boolean enabled();

        /** Time between two passes over one account; a day and more means one pass for each completed UTC day. */
        @WithDefault("1d")
        Duration interval();

        /** Completed UTC days that are judged, 1 to 30. */
        @WithDefault("7")
        int days();

        /** The day that is not over. */
        Today today();

        /** How often it is looked at. */
        interface Today {
            /** Whether it is at all. */
            @WithDefault("false")
            boolean enabled();

            /** Time between two looks at one account. */
            @WithDefault("1h")
            Duration interval();
        }
    }

    /** What is scanned, and how often. */
    interface Scan {
        /** Whether anything is. */
        @WithDefault("true")
        boolean enabled();

        /** Time between two looks at one namespace. */
        @WithDefault("10m")
        Duration interval();

        /** Whether Secrets are listed and searched too. */
        @WithDefault("false")
        boolean secrets();
    }

    /** How the webhook is reached and certified. */
    interface Webhook {
        /** Name of the ValidatingWebhookConfiguration. */
        @WithDefault("openrouter-operator")
        String configuration();

        /** Name of the Service in front of the webhook. */
        @WithDefault("openrouter-operator-webhook")
        String service();

        /** Name of the Secret that the operator keeps its certificates in. */
        @WithDefault("openrouter-operator-webhook-certificates")
        String certificateSecret();

        /** A folder with tls.crt, tls.key and ca.crt that somebody else (cert-manager) keeps; own certificates otherwise. */
        Optional<Path> certificateDirectory();

        /** A PEM file with the authorities that sign the API servers' client certificates; everybody is answered when absent. */
        Optional<Path> clientAuthority();

        /** Common or alternative names that such a certificate must have one of; none has to be there when absent. */
        Optional<List<String>> clientNames();

        /** A file with the webhooks as they were installed, to notice edits; nobody looks for them when absent. */
        Optional<Path> installed();

        /** Where refusals send developers for more about a rule; the command line when absent. */
        Optional<String> rulePagesUrl();
    }
}
