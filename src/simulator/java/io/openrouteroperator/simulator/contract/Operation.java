package io.openrouteroperator.simulator.contract;

import io.openrouteroperator.simulator.contract.Violation.Part;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One method on one path of the contract, able to judge requests and answers. Safe for use by many threads. */
public final class Operation {

    private static final String JSON_BODY = "/content/application~1json";
    private static final String EVENTS = "/content/text~1event-stream/schema";

    private final String method;
    private final PathTemplate template;
    private final String pointer;
    private final Contract contract;
    private final List<Parameter> parameters;

    Operation(String method, PathTemplate template, String pointer, Contract contract) {
        this.method = method;
        this.template = template;
        this.pointer = pointer;
        this.contract = contract;
        this.parameters = Parameter.of(contract.document(), pointer);
    }

    /** The HTTP method, in capitals. */
    public String method() {
        return method;
    }

    /** The path as the contract writes it, such as {@code /keys/{hash}}: a name for logs and metrics without values in it. */
    public String path() {
        return template.text();
    }

    /**
     * What is wrong with a request.
     *
     * @param target path below the base address, and query
     * @param body the text as received, or null if there was none
     */
    public List<Violation> checkRequest(URI target, @Nullable String body) {
        List<Violation> violations = new ArrayList<>(checkParameters(target));
        violations.addAll(checkRequestBody(body));
        return violations;
    }

    /**
     * What is wrong with an answer, a status which the contract does not foresee included.
     *
     * @param body the text as sent, or null if there was none
     */
    public List<Violation> checkResponse(int status, @Nullable String body) {
        String response = contract.document().resolve(pointer + "/responses/" + status);
        if (contract.document().at(response).isMissingNode()) {
            return List.of(new Violation(Part.STATUS, "", "status", status + " is not foreseen for " + this));
        }
        String schema = response + JSON_BODY + "/schema";
        if (body == null || body.isEmpty()) {
            return List.of(new Violation(Part.RESPONSE_BODY, "", "missing", "body is missing"));
        }
        return contract.answers().check(schema, Part.RESPONSE_BODY, body);
    }

    /** What is wrong with the data of one server-sent event of a successful answer, the closing {@code [DONE]} excepted. */
    public List<Violation> checkEvent(String data) {
        String schema = pointer + "/responses/200" + EVENTS;
        if (contract.document().at(schema).isMissingNode()) {
            return List.of(new Violation(Part.RESPONSE_BODY, "", "unknown", this + " does not answer with events"));
        }
        return contract.answers().check(schema, Part.RESPONSE_BODY, "{\"data\":" + data + "}");
    }

    private List<Violation> checkParameters(URI target) {
        Map<String, String> steps = template.match(target.getPath()).orElse(Map.of());
        Map<String, List<String>> query = QueryString.parse(target.getRawQuery());
        List<Violation> violations = new ArrayList<>();
        for (Parameter parameter : parameters) {
            violations.addAll(parameter.check(contract.requests(), steps, query));
        }
        List<String> known = parameters.stream()
                .filter(parameter -> parameter.part() == Part.QUERY)
                .map(Parameter::name)
                .toList();
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Violation(Part.QUERY, name, "unknown", "is not a parameter of " + this))
                .forEach(violations::add);
        return violations;
    }

    private List<Violation> checkRequestBody(@Nullable String body) {
        JsonNode declared = contract.document().at(pointer + "/requestBody");
        boolean absent = body == null || body.isEmpty();
        if (declared.isMissingNode()) {
            return absent ? List.of() : List.of(new Violation(Part.REQUEST_BODY, "", "unknown", "takes no body"));
        }
        if (body == null || absent) {
            return List.of(new Violation(Part.REQUEST_BODY, "", "missing", "body is missing"));
        }
        return contract.requests().check(pointer + "/requestBody" + JSON_BODY + "/schema", Part.REQUEST_BODY, body);
    }

    @Override
    public String toString() {
        return method + " " + template.text();
    }
}
