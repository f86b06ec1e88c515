package io.openrouteroperator.proof.crash;

import io.openrouteroperator.proof.Hand;
import io.openrouteroperator.proof.crash.Scenario.End;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.simulator.Simulator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The stories that the crash matrix is made of. */
final class Stories {
    private static final String CLASS = """
            - name: internal
              providers: {allow: [openai, anthropic]}
              limit: {maxUsd: 100, reset: Monthly}
              rotation: {overlap: {min: 1s, max: 2m}}
            """;
    private static final String HALF = CLASS.replace("100", "50");
    private static final String NOTHING = CLASS.replace("anthropic]}", "anthropic], countries: [LI]}");
    private static final String TWO = CLASS + CLASS.replace("internal", "second");
    private static final String OWN_CREDENTIAL = CLASS.replace("[openai, anthropic]}", "[azure], byok: Required}");

    private final List<Scenario> all;

    /** The stories of services whose keys are at this OpenRouter. */
    Stories(Simulator openRouter) {
        Hand hand = new Hand(openRouter);
        Predicate<Tenant> settled = tenant -> hand.settledFrom(tenant, 0);
        Predicate<Tenant> first = tenant -> hand.settledFrom(tenant, 1);
        Predicate<Tenant> second = tenant -> hand.settledFrom(tenant, 2);
        all = List.of(
                story("create", hand::nothing, hand::request, settled),
                new Scenario(
                        "credential",
                        OWN_CREDENTIAL,
                        hand::nothing,
                        hand::requestWithCredential,
                        settled,
                        End.PROVIDED,
                        true),
                story("rotate", hand::provideConsumer, tenant -> hand.annotate(tenant, "rotate"), second),
                story("revoke", hand::provide, tenant -> hand.annotate(tenant, "revoke"), second),
                story("adopt", hand::storeUnmanagedKey, hand::requestAdoption, first)
                        .unsteady(),
                story("heal", hand::provide, hand::deleteSecret, second),
                story("rewrite", hand::provide, hand::editSecret, hand::rewritten),
                story("rebind", hand::provide, hand::unassign, settled).unsteady(),
                story("limit", hand::provide, tenant -> tenant.apply(tenant.policy(HALF)), hand::halved),
                story("class", hand::provide, tenant -> tenant.apply(tenant.policy(TWO)), hand::twoGuardrails),
                new Scenario(
                        "unclass",
                        TWO,
                        hand::provide,
                        tenant -> tenant.apply(tenant.policy(CLASS)),
                        hand::oneGuardrail,
                        End.PROVIDED,
                        true),
                ending("withdraw", hand::provide, tenant -> tenant.apply(tenant.policy(NOTHING)), End.WITHDRAWN),
                ending("delete", hand::provide, hand::delete, End.GONE));
    }

    /** All of them. */
    List<Scenario> all() {
        return all;
    }

    /** One of them. */
    Scenario named(String name) {
        return all.stream()
                .filter(story -> story.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no story '" + name + "'; there are " + all));
    }

    private static Scenario story(
            String name, Consumer<Tenant> given, Consumer<Tenant> act, Predicate<Tenant> arrived) {
        return new Scenario(name, CLASS, given, act, arrived, End.PROVIDED, true);
    }

    private static Scenario ending(String name, Consumer<Tenant> given, Consumer<Tenant> act, End end) {
        return new Scenario(name, CLASS, given, act, tenant -> true, end, false);
    }
}
