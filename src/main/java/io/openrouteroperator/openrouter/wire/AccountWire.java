package io.openrouteroperator.openrouter.wire;

import io.openrouteroperator.core.openrouter.Credits;
import io.openrouteroperator.core.openrouter.Workspace;

/** The account on the wire. */
public final class AccountWire {
    private AccountWire() {}

    public static Credits credits(WireObject credits) {
        return new Credits(
                credits.need("total_credits", credits.number("total_credits")),
                credits.need("total_usage", credits.number("total_usage")));
    }

    public static Workspace workspace(WireObject workspace) {
        return new Workspace(
                workspace.needText("id"),
                workspace.needText("slug"),
                workspace.text("name").orElse(""),
                workspace.text("default_guardrail_id").orNull());
    }
}
