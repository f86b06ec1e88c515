package io.openrouteroperator.simulator.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company that serves models.
 *
 * @param slug name in routing and guardrails
 * @param endpointName display name on its endpoints, a different vocabulary from the slug
 * @param headquarters ISO 3166-1 alpha-2, null where unknown
 * @param datacenters ISO 3166-1 alpha-2, null where unknown
 * @param keepsNothing whether it has a zero data retention policy
 * @param trains whether it trains on what paying customers send
 */
public record Provider(
        String slug,
        String endpointName,
        @Nullable String headquarters,
        @Nullable List<String> datacenters,
        boolean keepsNothing,
        boolean trains) {}
