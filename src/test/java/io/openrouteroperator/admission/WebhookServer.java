package io.openrouteroperator.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.admission.caller.Callers;
import io.openrouteroperator.admission.review.ReviewAnswer;
import io.openrouteroperator.core.admission.DatedExemption;
import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.ExposedKey;
import io.openrouteroperator.core.admission.ForeignKey;
import io.openrouteroperator.core.admission.LeakedKey;
import io.openrouteroperator.core.admission.PolicyFacts;
import io.openrouteroperator.core.admission.PolicyFacts.ClassificationFacts;
import io.openrouteroperator.core.admission.Requester;
import io.openrouteroperator.core.admission.RulePages;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.policy.LabelMatcher;
import io.openrouteroperator.governance.ContentCache;
import io.openrouteroperator.governance.ContentLookup;
import io.openrouteroperator.governance.DeclarationCache;
import io.openrouteroperator.governance.GovernanceCache;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The endpoint on a plain HTTP port over a cluster that exists in memory only; namespace {@code payments} is governed. */
final class WebhookServer implements AutoCloseable, ContentLookup {
    static final Requester OPERATOR = Requester.serviceAccount("openrouter-system", "openrouter-operator");
    private static final long HEAP = 128L * 1024 * 1024;
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final GovernanceCache governance = new GovernanceCache();
    final DeclarationCache declarations = new DeclarationCache();
    /** What was told of keys in the open, and of controllers whose pods were refused. */
    final List<String> exposures = new CopyOnWriteArrayList<>();

    final List<String> refusals = new CopyOnWriteArrayList<>();
    final List<AuditEvent> recorded = new CopyOnWriteArrayList<>();
    final AtomicInteger lookups = new AtomicInteger();
    private final Map<ContentName, EntryKeys> cluster = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> namespaces = new ConcurrentHashMap<>();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AdmissionEndpoint endpoint;
    private final HttpServer server;
    private volatile boolean broken;
    private volatile Callers callers = Callers.ANYBODY;

    WebhookServer() {
        this(BodyLimits.within(HEAP));
    }

    WebhookServer(BodyLimits limits) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        policy(EnforcementMode.ENFORCE);
        namespaces.put("payments", Map.of("openrouter-operator.io/governed", "true"));
        governance.namespace("payments", namespaces.get("payments"));
        ReviewDesk desk = new ReviewDesk(
                new ReviewJudge(governance, declarations, OPERATOR, clock),
                new ContentDesk(new ContentCache(clock), this),
                governance,
                name -> Optional.ofNullable(namespaces.get(name)),
                new ReviewAnswer(RulePages.ON_COMMAND_LINE),
                new AdmissionMeters(meters),
                new AnswerFollowUp(
                        (exposed, where) -> exposures.add(ownerOf(exposed) + " at " + where),
                        (namespace, controller, deny) ->
                                refusals.add(namespace + " " + controller.kind() + "/" + controller.name()),
                        new AnswerTrail(recorded::add, clock)));
        Router router = Router.router(vertx);
        endpoint = new AdmissionEndpoint(vertx, session -> callers.stranger(session), desk, limits);
        endpoint.register(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    int port() {
        return server.actualPort();
    }

    /** Bytes of large bodies that the endpoint holds now. */
    long heldBytes() {
        return endpoint.heldBytes();
    }

    void policy(EnforcementMode mode) {
        policy(mode, List.of());
    }

    /** Enforces, but for this. */
    void exempt(DatedExemption exemption) {
        policy(EnforcementMode.ENFORCE, List.of(exemption));
    }

    private void policy(EnforcementMode mode, List<DatedExemption> exemptions) {
        governance.policy(new PolicyFacts(
                "corporate",
                LabelMatcher.label("openrouter-operator.io/governed", "true"),
                mode,
                Map.of(),
                List.of(new ClassificationFacts("internal", LabelMatcher.everything())),
                exemptions,
                false));
    }

    /** A namespace that the API server has and the cache has not seen yet. */
    void namespaceUnknownToTheCache(String name) {
        namespaces.put(name, Map.of("openrouter-operator.io/governed", "true"));
    }

    void secret(String name, String entry, String value) {
        secret("payments", name, entry, value);
    }

    void secret(String namespace, String name, String entry, String value) {
        content(true, namespace, name, entry, value);
    }

    void configMap(String name, String entry, String value) {
        content(false, "payments", name, entry, value);
    }

    /** A Secret or ConfigMap as it was read from an object. */
    void content(Contents contents) {
        cluster.put(ContentName.of(contents.object()), contents.keys());
    }

    /** From now on only these are answered. */
    void answerOnly(Callers some) {
        callers = some;
    }

    /** From now on the API server does not answer. */
    void breakDown() {
        broken = true;
    }

    private void content(boolean secret, String namespace, String name, String entry, String value) {
        cluster.put(new ContentName(secret, new ObjectName(namespace, name)), EntryKeys.of(Map.of(entry, value)));
    }

    @Override
    public EntryKeys fetch(ContentName name) {
        lookups.incrementAndGet();
        if (broken) {
            throw new IllegalStateException("connection refused");
        }
        return cluster.getOrDefault(name, EntryKeys.NONE);
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.actualPort() + "/validate"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a review and returns its {@code response}. */
    JsonNode review(String body) throws IOException, InterruptedException {
        HttpResponse<String> response = post(body);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return new ObjectMapper().readTree(response.body()).path("response");
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        client.close();
    }

    private static String ownerOf(ExposedKey exposed) {
        return switch (exposed) {
            case LeakedKey leaked -> leaked.key().toString();
            case ForeignKey _ -> "nobody";
        };
    }
}
