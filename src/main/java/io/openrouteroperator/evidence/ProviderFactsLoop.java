package io.openrouteroperator.evidence;

import io.openrouteroperator.background.BackgroundLoop;
import io.openrouteroperator.core.compliance.snapshot.ProviderFacts;
import io.openrouteroperator.core.compliance.snapshot.PublishedProviders;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Publishes what the catalogue says of providers, for reviewers; it writes when that has changed and at no other time. */
public final class ProviderFactsLoop implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(30);

    private final Supplier<Optional<Catalogue>> catalogue;
    private final Supplier<Optional<PublishedProviders>> earlier;
    private final Consumer<PublishedProviders> publish;
    private final Clock clock;
    private final BackgroundLoop loop = new BackgroundLoop("provider-facts", this::look, PERIOD, PERIOD);

    /** What is published as far as this process knows; touched by the loop's thread alone. */
    private @Nullable List<ProviderFacts> published;

    ProviderFactsLoop(
            Supplier<Optional<Catalogue>> catalogue,
            Supplier<Optional<PublishedProviders>> earlier,
            Consumer<PublishedProviders> publish,
            Clock clock) {
        this.catalogue = catalogue;
        this.earlier = earlier;
        this.publish = publish;
        this.clock = clock;
    }

    /**
     * A loop that is not started yet.
     *
     * @param catalogue as it was read last; empty while no account was polled
     */
    public static ProviderFactsLoop create(
            Supplier<Optional<Catalogue>> catalogue, ProviderFactsStore store, Clock clock) {
        return new ProviderFactsLoop(catalogue, store::read, store::write, clock);
    }

    /** Starts to look in the background. */
    public void start() {
        loop.start();
    }

    @Override
    public void close() {
        loop.close();
    }

    /** Publishes what is new. */
    void look() {
        List<ProviderFacts> now = catalogue.get().map(ProviderFacts::of).orElse(List.of());
        if (now.isEmpty()) {
            return;
        }
        if (published == null) {
            published = earlier.get().map(PublishedProviders::providers).orElse(List.of());
        }
        if (!now.equals(published)) {
            publish.accept(new PublishedProviders(clock.instant().truncatedTo(ChronoUnit.SECONDS), now));
            published = now;
        }
    }
}
