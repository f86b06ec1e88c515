package io.openrouteroperator.openrouter.wire;

import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.Provider;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue on the wire. */
public final class CatalogueWire {
    private static final int ISO_DATE_LENGTH = 10;

    private CatalogueWire() {}

    public static Provider provider(WireObject provider) {
        List<String> datacenters = provider.texts("datacenters").orNull();
        return new Provider(
                provider.needText("slug"),
                provider.needText("name"),
                provider.text("headquarters").orNull(),
                datacenters,
                provider.text("privacy_policy_url").orNull(),
                provider.text("terms_of_service_url").orNull());
    }

    /** A model; one without a canonical slug is known by its id alone. */
    public static Model model(WireObject model) {
        String id = model.needText("id");
        return new Model(
                id,
                model.text("canonical_slug").orElse(id),
                date(model.text("expiration_date").orNull()));
    }

    /**
     * An endpoint, by the base slug of its tag: {@code google-vertex/us-east5} is {@code google-vertex} (trap 20). Empty when it has no
     * tag: such an endpoint cannot be joined to a provider, so it must not count for one.
     */
    public static Optional<Endpoint> endpoint(WireObject endpoint) {
        String tag = endpoint.text("tag").orElse("");
        String model = endpoint.text("model_id").orElse("");
        int suffix = tag.indexOf('/');
        String slug = suffix < 0 ? tag : tag.substring(0, suffix);
        return slug.isEmpty() || model.isEmpty() ? Optional.empty() : Optional.of(new Endpoint(slug, model));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.length() < ISO_DATE_LENGTH) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, ISO_DATE_LENGTH));
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
