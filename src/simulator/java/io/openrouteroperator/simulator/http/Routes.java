package io.openrouteroperator.simulator.http;

import io.openrouteroperator.simulator.access.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All routes; among several that match, the first added wins. */
public final class Routes {

    record Match(Route route, Map<String, String> steps) {}

    private final List<Route> routes = new ArrayList<>();

    public void get(String path, Access access, Handler handler) {
        routes.add(new Route("GET", path, access, handler));
    }

    public void post(String path, Access access, Handler handler) {
        routes.add(new Route("POST", path, access, handler));
    }

    public void patch(String path, Access access, Handler handler) {
        routes.add(new Route("PATCH", path, access, handler));
    }

    public void delete(String path, Access access, Handler handler) {
        routes.add(new Route("DELETE", path, access, handler));
    }

    Optional<Match> find(String method, String path) {
        return routes.stream()
                .flatMap(route -> route.match(method, path).map(steps -> new Match(route, steps)).stream())
                .findFirst();
    }
}
