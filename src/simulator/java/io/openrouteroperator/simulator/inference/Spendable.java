package io.openrouteroperator.simulator.inference;

import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.account.Guardrail;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.spending.ResetInterval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Refuses paid use where the key, a guardrail or the account has nothing left to spend. Free models cost nothing and pass. */
final class Spendable {

    private final Account account;
    private final int keyLimitStatus;

    Spendable(Account account, int keyLimitStatus) {
        this.account = account;
        this.keyLimitStatus = keyLimitStatus;
    }

    void check(ApiKey key, List<Guardrail> guardrails, Instant now) {
        BigDecimal remaining = key.limitRemaining(now);
        if (remaining != null && remaining.signum() <= 0) {
            ResetInterval reset = key.settings().limitReset();
            String which = reset == null ? "total" : reset.wireName();
            throw new Refusal(
                    keyLimitStatus, "Key limit exceeded (" + which + " limit). Manage it in your key settings");
        }
        guardrails.forEach(guardrail -> checkBudget(key, guardrail, now));
        if (account.purchasedCredits().compareTo(account.usedCredits()) <= 0) {
            throw new Refusal(402, "Insufficient credits. Add more using https://openrouter.ai/credits");
        }
    }

    /** Budgets count for each key alone, never for all keys of the guardrail together. */
    private static void checkBudget(ApiKey key, Guardrail guardrail, Instant now) {
        if (!guardrail.settings().hasNonNull("limit_usd")) {
            return;
        }
        ResetInterval reset =
                ResetInterval.of(guardrail.settings().path("reset_interval").asText());
        BigDecimal spent = key.usage().at(now).countedBy(reset);
        if (guardrail.settings().path("include_byok_in_budgets").asBoolean()) {
            spent = spent.add(key.byokUsage().at(now).countedBy(reset));
        }
        if (spent.compareTo(guardrail.settings().get("limit_usd").decimalValue()) >= 0) {
            throw new Refusal(403, "Guardrail budget exceeded");
        }
    }
}
