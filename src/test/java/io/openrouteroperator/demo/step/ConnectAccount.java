package io.openrouteroperator.demo.step;

import io.openrouteroperator.installation.InstalledOperator;
import java.nio.file.Path;

/** A management key in a Secret, and an account that names it. */
final class ConnectAccount implements Step {

    @Override
    public String title() {
        return "The platform engineer connects the company's OpenRouter account";
    }

    @Override
    public String why() {
        return "One management key, in one Secret that only the operator reads. No person and no service holds it.";
    }

    @Override
    public void play(Scene scene) {
        Path key = scene.stage().folder().resolve("management-key");
        scene.kubectl(
                "create",
                "secret",
                "generic",
                "openrouter-management",
                "-n",
                InstalledOperator.NAMESPACE,
                "--from-file=key=" + key);
        Path account =
                scene.show("account.yaml", Manifests.account(scene.openRouter().baseUrl()));
        scene.kubectl("apply", "-f", account.toString());
        scene.awaitReady("openrouteraccount/" + Names.ACCOUNT);
        String row = scene.kubectl("get", "openrouteraccounts");
        scene.claim(row.contains("Connected"), "the account is connected");
    }
}
