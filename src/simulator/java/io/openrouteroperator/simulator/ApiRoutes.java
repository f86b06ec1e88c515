package io.openrouteroperator.simulator;

import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.catalogue.Catalogue;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.inference.ChatResource;
import io.openrouteroperator.simulator.policy.PolicyInForce;
import io.openrouteroperator.simulator.resource.ActivityResource;
import io.openrouteroperator.simulator.resource.ByokResource;
import io.openrouteroperator.simulator.resource.CatalogueResource;
import io.openrouteroperator.simulator.resource.CreditsResource;
import io.openrouteroperator.simulator.resource.DestinationsResource;
import io.openrouteroperator.simulator.resource.Readings;
import io.openrouteroperator.simulator.resource.WorkspacesResource;
import io.openrouteroperator.simulator.resource.analytics.AnalyticsResource;
import io.openrouteroperator.simulator.resource.guardrail.GuardrailsResource;
import io.openrouteroperator.simulator.resource.guardrail.KeyAssignmentsResource;
import io.openrouteroperator.simulator.resource.guardrail.MemberAssignmentsResource;
import io.openrouteroperator.simulator.resource.key.CurrentKeyResource;
import io.openrouteroperator.simulator.resource.key.KeysResource;
import java.util.function.Supplier;

/** Every implemented path of the API. */
final class ApiRoutes {

    private ApiRoutes() {}

    static Routes of(Account account, Supplier<Catalogue> catalogue, Readings readings) {
        PolicyInForce policy = new PolicyInForce(account, readings.scope());
        Routes routes = new Routes();
        new KeysResource(account).addTo(routes);
        new CurrentKeyResource(account, policy).addTo(routes);
        new KeyAssignmentsResource(account).addTo(routes);
        new MemberAssignmentsResource(account).addTo(routes);
        new GuardrailsResource(account, catalogue, readings).addTo(routes);
        new WorkspacesResource(account).addTo(routes);
        new ByokResource(account).addTo(routes);
        new CreditsResource(account).addTo(routes);
        new ActivityResource(account).addTo(routes);
        new AnalyticsResource(account, readings.analyticsTimesAsReported()).addTo(routes);
        new DestinationsResource(account).addTo(routes);
        new CatalogueResource(catalogue, policy).addTo(routes);
        new ChatResource(account, catalogue, policy, readings.keyLimitStatus()).addTo(routes);
        return routes;
    }
}
