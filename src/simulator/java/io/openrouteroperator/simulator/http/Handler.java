package io.openrouteroperator.simulator.http;

/** Answers calls of one method on one path, under the monitor of the account. */
@FunctionalInterface
public interface Handler {

    /**
     * Carries the call out.
     *
     * @throws Refusal if it is refused; nothing may have changed then
     */
    Answer handle(Call call);
}
