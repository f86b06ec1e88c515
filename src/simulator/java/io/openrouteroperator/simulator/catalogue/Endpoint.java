package io.openrouteroperator.simulator.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A model at a provider.
 *
 * @param tag routing name: the provider's slug, with a variant or region after a slash where there are several
 * @param free whether it serves the free variant
 */
public record Endpoint(String permaslug, String tag, Provider provider, boolean free) {

    /** A lasting id, as activity rows carry it. */
    public String id() {
        return UUID.nameUUIDFromBytes((permaslug + " " + tag).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Whether nothing sent here is kept. */
    public boolean isZdr() {
        return provider.keepsNothing();
    }

    /** Whether what is sent here may be trained on: the rule on free endpoints of all who keep data. */
    public boolean trains() {
        return free ? !provider.keepsNothing() : provider.trains();
    }

    /** Whether prompts sent here may be published. */
    public boolean publishes() {
        return free && provider.trains();
    }

    /** Whether a name from a request means this endpoint: its tag, its provider's slug or display name. */
    public boolean isNamed(String name) {
        return tag.equalsIgnoreCase(name)
                || provider.slug().equalsIgnoreCase(name)
                || provider.endpointName().equalsIgnoreCase(name);
    }

    /** The weights' precision as far as the tag tells. */
    public String quantization() {
        String variant = tag.substring(tag.indexOf('/') + 1);
        return switch (variant) {
            case "fp4", "fp8", "bf16" -> variant;
            default -> "unknown";
        };
    }
}
