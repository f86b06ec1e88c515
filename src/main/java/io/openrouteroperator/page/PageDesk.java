package io.openrouteroperator.page;

import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.key.SecretValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers requests: the review for those who may see it, and for all others what they lack. */
final class PageDesk {
    private static final String REALM = "realm=\"OpenRouter review\"";

    /** A browser takes the one that it knows, and asks for a name and a password. */
    private static final List<Map.Entry<String, String>> CHALLENGES = List.of(
            Map.entry("WWW-Authenticate", "Basic " + REALM + ", charset=\"UTF-8\""),
            Map.entry("WWW-Authenticate", "Bearer " + REALM));

    private final Readers readers;
    private final ReviewPage page;
    private final ReadingTrail trail;

    PageDesk(Readers readers, ReviewPage page, ReadingTrail trail) {
        this.readers = readers;
        this.page = page;
        this.trail = trail;
    }

    /** The answer; it may take its time, because the API server is asked. */
    PageAnswer answer(PageRequest request) {
        if (!request.path().equals("/")) {
            return page.message(
                    PageAnswer.NOT_FOUND, "There is no such page", "The review is at the address without a path.");
        }
        if (!request.reads()) {
            return page.message(
                    PageAnswer.METHOD_NOT_ALLOWED,
                    List.of(Map.entry("Allow", "GET, HEAD")),
                    "This page is only read",
                    "Nothing can be changed here; ask for it with GET.");
        }
        if (!request.isNamed()) {
            return page.message(
                    PageAnswer.BAD_REQUEST,
                    "There is no such namespace or class",
                    "The parameters namespace and class take a name: lower-case letters, digits and hyphens.");
        }
        Optional<SecretValue> token = Credentials.token(request.authorization());
        try {
            return token.isEmpty() ? unknown() : answer(request, token.get());
        } catch (UnansweredException e) {
            return page.message(
                    PageAnswer.UNAVAILABLE,
                    List.of(Map.entry("Retry-After", "10")),
                    "There is no answer right now",
                    String.valueOf(e.getMessage()));
        }
    }

    private PageAnswer answer(PageRequest request, SecretValue token) {
        return switch (readers.access(token, request.namespace())) {
            case Access.Everything(String user) -> report(user, request.scope(), true);
            case Access.OneNamespace(String user, String namespace) ->
                report(user, new ReviewScope(namespace, request.scope().classification()), false);
            case Access.Refused(String user) -> refused(user, request.namespace());
            case Access.Unknown _ -> unknown();
        };
    }

    private PageAnswer report(String user, ReviewScope scope, boolean everything) {
        PageAnswer answer = page.report(scope, everything);
        trail.read(user, scope, answer.body());
        return answer;
    }

    private PageAnswer unknown() {
        return page.message(
                PageAnswer.UNAUTHORIZED,
                CHALLENGES,
                "Who are you?",
                "Give a token of this cluster as the password, with any user name, or send it as a bearer token. "
                        + "`kubectl create token NAME` makes one for a service account.");
    }

    private PageAnswer refused(String user, String namespace) {
        String where = namespace.isEmpty() ? "in all namespaces" : "in namespace " + namespace;
        return page.question(
                PageAnswer.FORBIDDEN,
                "This is not for you to see",
                ("%s may not list openrouterkeys.openrouter-operator.io %s. Whoever may do so in one namespace sees that one: "
                                + "name it here. Kubernetes' role view has the right.")
                        .formatted(user, where));
    }
}
