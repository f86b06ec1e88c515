package io.openrouteroperator.simulator.inference;

import io.openrouteroperator.simulator.account.KeyStrings;
import io.openrouteroperator.simulator.catalogue.Endpoint;
import io.openrouteroperator.simulator.catalogue.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What an endpoint made of a question. The same question to the same endpoint gives the same text.
 *
 * @param candidates all endpoints that could have served
 * @param served the one that did
 */
record Completion(
        String id,
        Model model,
        Endpoint served,
        List<Endpoint> candidates,
        String text,
        int promptTokens,
        int completionTokens,
        boolean byok,
        Instant at) {

    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int DIGEST_SHOWN = 8;

    static Completion of(
            String id, Model model, List<Endpoint> candidates, Question question, boolean byok, Instant at) {
        Endpoint served = candidates.getFirst();
        String digest = KeyStrings.hash(question.text()).substring(0, DIGEST_SHOWN);
        String text = "Simulated answer " + digest + " of " + model.id() + " served by "
                + served.provider().endpointName() + ".";
        int longest = (int) Math.min(text.length(), (long) question.maxTokens() * CHARACTERS_PER_TOKEN);
        String cut = text.substring(0, Math.max(0, longest));
        return new Completion(id, model, served, candidates, cut, tokens(question.text()), tokens(cut), byok, at);
    }

    /** USD. */
    BigDecimal cost() {
        return promptCost().add(completionCost());
    }

    BigDecimal promptCost() {
        return model.promptPrice().multiply(BigDecimal.valueOf(promptTokens));
    }

    BigDecimal completionCost() {
        return model.completionPrice().multiply(BigDecimal.valueOf(completionTokens));
    }

    /** What OpenRouter charges: nothing where the provider bills the customer itself. */
    BigDecimal charged() {
        return byok ? BigDecimal.ZERO : cost();
    }

    private static int tokens(String text) {
        return text.length() / CHARACTERS_PER_TOKEN + 1;
    }
}
