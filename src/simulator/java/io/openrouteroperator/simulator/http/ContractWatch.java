package io.openrouteroperator.simulator.http;

import io.openrouteroperator.simulator.account.KeyStrings;
import io.openrouteroperator.simulator.contract.Contract;
import io.openrouteroperator.simulator.contract.Operation;
import io.openrouteroperator.simulator.contract.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Holds both sides to the contract and remembers each breach. A breach by the client is refused as well; a breach by the simulator is
 * a fault of this program, so the answer goes out and the test fails by the record.
 */
public final class ContractWatch {

    private static final int LARGE = 10_000;
    private static final int REMEMBERED = 10_000;

    private final Contract contract = Contract.load();
    private final List<String> violations = new CopyOnWriteArrayList<>();

    /** Fingerprints of large answers already found good: the catalogue need not be read again for each call. */
    private final Set<String> goodLargeAnswers = new HashSet<>();

    /** Every breach so far, as lines for people: who, where, what. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    public void forget() {
        violations.clear();
    }

    /** Whether the contract knows this status for the request's operation. */
    boolean foresees(ApiRequest request, int status) {
        return operation(request)
                .filter(operation -> operation.checkResponse(status, "{}").stream()
                        .noneMatch(violation -> violation.part() == Violation.Part.STATUS))
                .isPresent();
    }

    /** Records that the simulator itself broke down over a request. */
    void recordBreakdown(ApiRequest request, RuntimeException cause) {
        record("simulator", request, cause.toString());
    }

    List<String> checkRequest(ApiRequest request) {
        List<String> found = operation(request).stream()
                .flatMap(operation -> operation.checkRequest(request.target(), request.body()).stream())
                .map(Violation::toString)
                .toList();
        found.forEach(violation -> record("client", request, violation));
        return found;
    }

    void checkAnswer(ApiRequest request, Answer answer) {
        operation(request).ifPresent(operation -> check(operation, request, answer));
    }

    private void check(Operation operation, ApiRequest request, Answer answer) {
        answer.events().stream()
                .filter(event -> !event.equals("[DONE]"))
                .flatMap(event -> operation.checkEvent(event).stream())
                .forEach(violation -> record("simulator", request, violation.toString()));
        if (answer.body() == null) {
            return;
        }
        String text = answer.body().toString();
        if (text.length() > LARGE && goodLargeAnswers.contains(fingerprint(operation, answer, text))) {
            return;
        }
        List<Violation> found = operation.checkResponse(answer.status(), text);
        found.forEach(violation -> record("simulator", request, violation.toString()));
        if (text.length() > LARGE && found.isEmpty()) {
            rememberGood(fingerprint(operation, answer, text));
        }
    }

    private static String fingerprint(Operation operation, Answer answer, String text) {
        return KeyStrings.hash(answer.status() + " " + operation + " " + text);
    }

    private void rememberGood(String answer) {
        if (goodLargeAnswers.size() > REMEMBERED) {
            goodLargeAnswers.clear();
        }
        goodLargeAnswers.add(answer);
    }

    private Optional<Operation> operation(ApiRequest request) {
        return contract.operation(request.method(), request.path());
    }

    private void record(String side, ApiRequest request, String violation) {
        violations.add(side + ": " + request.method() + " " + request.path() + ": " + violation);
    }
}
