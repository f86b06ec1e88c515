package io.openrouteroperator.simulator.http;

import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.access.Authentication;
import io.openrouteroperator.simulator.access.Caller;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.fault.FaultSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries a request out: access, contract, handler, contract again. Every refusal becomes an answer. */
public final class Dispatcher {

    private final Account account;
    private final InstantSource time;
    private final Routes routes;
    private final ContractWatch contract;
    private final Authentication authentication;

    public Dispatcher(Account account, InstantSource time, Routes routes, ContractWatch contract) {
        this.account = account;
        this.time = time;
        this.routes = routes;
        this.contract = contract;
        this.authentication = new Authentication(account);
    }

    /** The answer to a request; the account has changed when it returns. */
    public Answer dispatch(ApiRequest request, FaultSet faults) {
        synchronized (account) {
            Instant now = time.instant();
            Optional<Routes.Match> match = routes.find(request.method(), request.path());
            if (match.isEmpty()) {
                return new Refusal(404, "Not Found").answer();
            }
            try {
                Caller caller = admitted(request, match.get().route().access(), now);
                List<String> breaches = contract.checkRequest(request);
                if (!breaches.isEmpty()) {
                    return Refusal.badRequest("Invalid request parameters: " + String.join("; ", breaches))
                            .answer();
                }
                Map<String, String> query = Call.parseQuery(request.rawQuery());
                Answer answer = match.get()
                        .route()
                        .handler()
                        .handle(new Call(request, caller, match.get().steps(), query, now, faults));
                contract.checkAnswer(request, answer);
                return answer;
            } catch (Refusal refused) {
                contract.checkAnswer(request, refused.answer());
                return refused.answer();
            } catch (RuntimeException broken) {
                contract.recordBreakdown(request, broken);
                return new Refusal(500, "Internal Server Error").answer();
            }
        }
    }

    private Caller admitted(ApiRequest request, Access access, Instant now) {
        Caller caller = authentication.caller(request.header("authorization"), now);
        if (access.admits(caller)) {
            return caller;
        }
        if (caller instanceof Caller.Unknown unknown) {
            throw new Refusal(401, unknown.problem());
        }
        // Where the documentation knows no 403, the wrong kind of key is as good as none.
        int status = contract.foresees(request, 403) ? 403 : 401;
        throw new Refusal(
                status,
                access == Access.MANAGEMENT
                        ? "Only management keys can perform this operation"
                        : "Management keys cannot be used for inference");
    }
}
