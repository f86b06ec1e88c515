package io.openrouteroperator.simulator.inference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.access.Caller;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.account.Guardrail;
import io.openrouteroperator.simulator.catalogue.Catalogue;
import io.openrouteroperator.simulator.catalogue.Endpoint;
import io.openrouteroperator.simulator.catalogue.Model;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.policy.ContentFilters;
import io.openrouteroperator.simulator.policy.PolicyInForce;
import io.openrouteroperator.simulator.spending.ActivityRow;
import io.openrouteroperator.simulator.spending.LedgerEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Chat completions, and what is known of past ones. */
public final class ChatResource {

    private final Account account;
    private final Supplier<Catalogue> catalogue;
    private final PolicyInForce policy;
    private final Spendable spendable;

    public ChatResource(Account account, Supplier<Catalogue> catalogue, PolicyInForce policy, int keyLimitStatus) {
        this.account = account;
        this.catalogue = catalogue;
        this.policy = policy;
        this.spendable = new Spendable(account, keyLimitStatus);
    }

    public void addTo(Routes routes) {
        routes.post("/chat/completions", Access.INFERENCE, this::complete);
        routes.get("/generation", Access.ANY_KEY, this::generation);
    }

    private Answer complete(Call call) {
        if (!(call.caller() instanceof Caller.Service service)) {
            throw new Refusal(401, "Missing Authentication header");
        }
        Question question = Question.of(call);
        List<Guardrail> guardrails = policy.guardrails(service.key());
        guardrails.forEach(guardrail -> checkContent(guardrail, question));
        Completion completion = firstPossible(question, service.key(), guardrails, call.now());
        boolean filtered = guardrails.stream()
                .anyMatch(guardrail -> ContentFilters.findsIn(guardrail.settings(), question.text()));
        account.charge(new LedgerEntry(completion.at(), completion.id(), filtered, row(completion, service.key())));
        account.generations()
                .put(
                        completion.id(),
                        GenerationWire.of(
                                completion, question.streamed(), service.key().workspaceId()));
        Answer answer = question.streamed()
                ? Answer.events(CompletionWire.events(completion, question))
                : Answer.ok(CompletionWire.whole(completion, question));
        return answer.withHeader("X-Generation-Id", completion.id());
    }

    private Answer generation(Call call) {
        ObjectNode found = account.generations().get(call.parameter("id").orElse(""));
        if (found == null) {
            throw Refusal.notFound();
        }
        return Answer.data(found);
    }

    /** The first of the wanted models that can be served; if none can, the refusal of the last. */
    private Completion firstPossible(Question question, ApiKey key, List<Guardrail> guardrails, Instant now) {
        Refusal refusal = Refusal.notFound();
        for (String name : question.models()) {
            try {
                return complete(question, model(name, now), key, guardrails, now);
            } catch (Refusal refused) {
                refusal = refused;
            }
        }
        throw refusal;
    }

    private Completion complete(Question question, Model model, ApiKey key, List<Guardrail> guardrails, Instant now) {
        List<Endpoint> candidates = Router.choose(
                model,
                policy.restrictions(key),
                question.preferences(),
                endpoint -> ByokChoice.hasKey(account, endpoint, model, key));
        boolean byok = ByokChoice.hasKey(account, candidates.getFirst(), model, key);
        if (!model.isFree() && !byok) {
            spendable.check(key, guardrails, now);
        }
        String id = "gen-" + now.getEpochSecond() + "-"
                + UUID.randomUUID().toString().replace("-", "");
        return Completion.of(id, model, candidates, question, byok, now);
    }

    private Model model(String name, Instant now) {
        Model model = catalogue
                .get()
                .model(name)
                .orElseThrow(
                        () -> Router.unavailable(400, name + " is not a valid model ID", "model_not_found", Set.of()));
        if (model.isExpired(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            throw Router.unavailable(404, name + " has been deprecated", "model_deprecated", Set.of());
        }
        return model;
    }

    private static void checkContent(Guardrail guardrail, Question question) {
        ContentFilters.blockedBy(guardrail.settings(), question.text()).ifPresent(filter -> {
            ObjectNode metadata = JsonNodeFactory.instance.objectNode();
            metadata.putArray("patterns").add(filter);
            throw new Refusal(403, "Request blocked: content filter " + filter).with("metadata", metadata);
        });
    }

    private static ActivityRow row(Completion completion, ApiKey key) {
        return new ActivityRow(
                LocalDate.ofInstant(completion.at(), ZoneOffset.UTC),
                key.hash(),
                key.workspaceId(),
                completion.model().id(),
                completion.model().permaslug(),
                completion.served().id(),
                completion.served().provider().endpointName(),
                completion.charged(),
                completion.byok() ? completion.cost() : BigDecimal.ZERO,
                1,
                completion.promptTokens(),
                completion.completionTokens());
    }
}
