package io.openrouteroperator.demo.step;

/** A question that the class allows. */
final class UseKey implements Step {

    @Override
    public String title() {
        return "The service uses it";
    }

    @Override
    public String why() {
        return "Served by a provider on the class's list, and charged to this service's own limit.";
    }

    @Override
    public void play(Scene scene) {
        Chat chat = Chat.ask(scene, "anthropic/claude-haiku-4.5", "Is this order plausible?");
        scene.terminal().output("HTTP " + chat.status());
        scene.terminal().output("model:     " + chat.body().path("model").asText());
        scene.terminal().output("served by: " + chat.servedBy());
        scene.terminal()
                .output("answer:    "
                        + chat.body()
                                .path("choices")
                                .path(0)
                                .path("message")
                                .path("content")
                                .asText());
        scene.terminal()
                .output("cost:      "
                        + chat.body().path("usage").path("cost").decimalValue().toPlainString() + " USD");
        scene.claim(chat.status() == 200, "the request was served");
        scene.claim(chat.servedBy().equals("Anthropic"), "Anthropic served it, as the class allows");
    }
}
