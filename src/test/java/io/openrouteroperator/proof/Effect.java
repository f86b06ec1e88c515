package io.openrouteroperator.proof;

import io.openrouteroperator.proof.gate.Request;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of call to one of the two servers.
 *
 * @param server whom it reaches
 * @param name such as {@code POST /keys}, {@code update openrouterkeys/status} or {@code create events Published}
 * @param write whether it changes something there
 */
public record Effect(Server server, String name, boolean write) implements Comparable<Effect> {
    /** The two servers. */
    public enum Server {
        OPENROUTER("OpenRouter"),
        KUBERNETES("Kubernetes");

        private final String text;

        Server(String text) {
            this.text = text;
        }

        /** As people call it. */
        public String text() {
            return text;
        }
    }

    private static final String API = "/api/v1";
    private static final Pattern ID = Pattern.compile("/([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Pattern OBJECT = Pattern.compile(
            "/apis?(/[^/]+)?/v[^/]+(/namespaces/(?<namespace>[^/]+))?/(?<resource>[^/]+)(/(?<name>[^/]+))?(/(?<sub>.+))?");
    private static final Pattern REASON = Pattern.compile("\"reason\":\"([A-Za-z]+)\"");

    /** The effect of a request to OpenRouter. */
    public static Effect atOpenRouter(String method, String path) {
        String below = path.startsWith(API) ? path.substring(API.length()) : path;
        String name = method + " " + ID.matcher(below).replaceAll("/*");
        return new Effect(Server.OPENROUTER, name, !method.equals("GET"));
    }

    /**
     * The effect of a write to the cluster that concerns one tenant; empty for any other request, such as a read, or the renewal of
     * a lease.
     *
     * @param tenant name of its namespace and its cluster-wide objects; part of the name of its objects elsewhere
     */
    public static Optional<Effect> inCluster(Request request, String tenant) {
        Matcher object = OBJECT.matcher(request.path());
        if (request.reads() || !object.matches()) {
            return Optional.empty();
        }
        boolean concerns = tenant.equals(object.group("namespace"))
                || tenant.equals(object.group("name"))
                || request.text().contains("\"" + tenant + "\"");
        return concerns ? Optional.of(new Effect(Server.KUBERNETES, name(request, object), true)) : Optional.empty();
    }

    private static String name(Request request, Matcher object) {
        String verb = switch (request.method()) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case String other -> other.toLowerCase(Locale.ROOT);
        };
        String sub = object.group("sub");
        String resource = object.group("resource") + (sub == null ? "" : "/" + sub);
        Matcher reason = REASON.matcher(request.text());
        return verb + " " + resource + (resource.equals("events") && reason.find() ? " " + reason.group(1) : "");
    }

    @Override
    public int compareTo(Effect other) {
        int servers = server.compareTo(other.server);
        return servers == 0 ? name.compareTo(other.name) : servers;
    }
}
