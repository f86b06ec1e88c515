package io.openrouteroperator.simulator.contract.comparison;

import static io.openrouteroperator.simulator.contract.ContractDocument.step;

import io.openrouteroperator.simulator.contract.ContractDocument;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares, for each path of our contract, everything that the official description says about it. */
final class DocumentComparison {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final ContractDocument official;
    private final ContractDocument ours;
    private final ShapeReader officialShapes;
    private final ShapeReader ourShapes;
    private final ShapeComparison shapes = new ShapeComparison();

    private DocumentComparison(ContractDocument official, ContractDocument ours) {
        this.official = official;
        this.ours = ours;
        this.officialShapes = new ShapeReader(official);
        this.ourShapes = new ShapeReader(ours);
    }

    /**
     * The outcome of a comparison.
     *
     * @param paths how many paths were compared
     * @param fields how many fields and parameters were compared
     * @param outside official paths which our contract does not speak about
     * @param differences all differences, in the order of our contract
     */
    record Result(int paths, int fields, Set<String> outside, List<Difference> differences) {}

    /** Compares our contract with the official description. */
    static Result compare(ContractDocument official, ContractDocument ours) {
        return new DocumentComparison(official, ours).run();
    }

    private Result run() {
        Set<String> ourPaths = new TreeSet<>(ours.at("/paths").propertyNames());
        Set<String> outside = new TreeSet<>(official.at("/paths").propertyNames());
        outside.removeAll(ourPaths);
        ourPaths.forEach(this::comparePath);
        return new Result(ourPaths.size(), shapes.fields(), outside, shapes.differences());
    }

    private void comparePath(String path) {
        String pointer = "/paths" + step(path);
        for (String method :
                shapes.expectSameNames(path + " ", "operation", methods(official, pointer), methods(ours, pointer))) {
            String operation = pointer + step(method);
            String where = method.toUpperCase(Locale.ROOT) + " " + path;
            compareParameters(where, operation);
            compareContents(where + " request", operation + "/requestBody");
            shapes.expectEqual(
                    where + " request",
                    "required",
                    official.at(operation + "/requestBody").path("required").asBoolean(false),
                    ours.at(operation + "/requestBody").path("required").asBoolean(false));
            compareResponses(where, operation + "/responses");
        }
    }

    private static Set<String> methods(ContractDocument document, String pointer) {
        Set<String> methods = new TreeSet<>(document.at(pointer).propertyNames());
        methods.retainAll(METHODS);
        return methods;
    }

    private void compareParameters(String where, String operation) {
        Map<String, JsonNode> theirs = parameters(official, operation);
        Map<String, JsonNode> own = parameters(ours, operation);
        for (String name : shapes.expectSameNames(where + " ", "parameter", theirs.keySet(), own.keySet())) {
            JsonNode one = theirs.getOrDefault(name, official.root());
            JsonNode other = own.getOrDefault(name, ours.root());
            shapes.countField();
            shapes.expectEqual(
                    where + " " + name,
                    "required",
                    one.path("required").asBoolean(false),
                    other.path("required").asBoolean(false));
            shapes.compare(
                    where + " " + name, officialShapes.read(one.path("schema")), ourShapes.read(other.path("schema")));
        }
    }

    /** The parameters by place and name; those declared for a whole path included. */
    private static Map<String, JsonNode> parameters(ContractDocument document, String operation) {
        Map<String, JsonNode> parameters = new TreeMap<>();
        String path = operation.substring(0, operation.lastIndexOf('/'));
        for (String owner : List.of(path, operation)) {
            int count = document.at(owner + "/parameters").size();
            for (int index = 0; index < count; index++) {
                JsonNode parameter = document.at(owner + "/parameters/" + index);
                parameters.put(
                        parameter.path("in").asString() + " "
                                + parameter.path("name").asString(),
                        parameter);
            }
        }
        return parameters;
    }

    private void compareResponses(String where, String responses) {
        Set<String> theirs = new TreeSet<>(official.at(responses).propertyNames());
        Set<String> own = new TreeSet<>(ours.at(responses).propertyNames());
        for (String status : shapes.expectSameNames(where + " ", "status", theirs, own)) {
            compareContents(where + " " + status, responses + step(status));
        }
    }

    private void compareContents(String where, String owner) {
        JsonNode theirs = official.at(owner).path("content");
        JsonNode own = ours.at(owner).path("content");
        for (String type :
                shapes.expectSameNames(where + " ", "content type", theirs.propertyNames(), own.propertyNames())) {
            String place = type.equals("application/json") ? where + " " : where + " " + type + " ";
            shapes.compare(
                    place,
                    officialShapes.read(theirs.path(type).path("schema")),
                    ourShapes.read(own.path(type).path("schema")));
        }
    }
}
