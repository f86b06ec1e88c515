package io.openrouteroperator.demo.step;

/** The same key, and a model that only providers outside the class serve. */
final class LeaveTheClass implements Step {

    @Override
    public String title() {
        return "The same key, a model outside its class";
    }

    @Override
    public String why() {
        return "The refusal is OpenRouter's own, whatever the service's code does: wrong, careless or hostile.";
    }

    @Override
    public void play(Scene scene) {
        Chat chat = Chat.ask(scene, "deepseek/deepseek-v3.2", "Is this order plausible?");
        scene.terminal().refusal("HTTP " + chat.status());
        scene.terminal().refusal(chat.body().toPrettyString());
        scene.claim(chat.status() == 404, "OpenRouter refused");
        scene.claim(
                chat.body().path("error").path("message").asText().contains("guardrail"),
                "OpenRouter names the guardrail as the reason");
    }
}
