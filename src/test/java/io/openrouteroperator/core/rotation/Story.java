package io.openrouteroperator.core.rotation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened, for whoever has to find out why a history failed. */
final class Story {
    private final World world;
    private final List<String> lines = new ArrayList<>();

    Story(World world) {
        this.world = world;
    }

    void tell(String line) {
        lines.add("%s  %s".formatted(world.now, line));
    }

    void tell(KeyDecision decision) {
        lines.add("%s    %s".formatted(world.now, inShort(decision)));
    }

    /** All of it, with its end. */
    String endingWith(String violation) {
        return String.join("\n", lines) + "\n=> " + violation;
    }

    private static String inShort(KeyDecision decision) {
        return switch (decision) {
            case KeyDecision.Remember(KeyRecord record, var _, String message) ->
                "Remember: %s; pending %s, current %s, previous %s"
                        .formatted(message, serial(record.pending()), serial(record.current()), record.previous());
            case KeyDecision.Create _, KeyDecision.Guard _, KeyDecision.Prove _, KeyDecision.Fund _ ->
                decision.getClass().getSimpleName();
            case KeyDecision.Publish(InFlight.Held held, var _, var _) ->
                "Publish " + held.minted().key().hash();
            case KeyDecision.Rewrite _,
                    KeyDecision.Search _,
                    KeyDecision.Delete _,
                    KeyDecision.Change _,
                    KeyDecision.Reassign _,
                    KeyDecision.Restart _,
                    KeyDecision.Rest _ -> decision.toString();
        };
    }

    private static String serial(@Nullable Generation generation) {
        return generation == null ? "none" : Integer.toString(generation.serial());
    }
}
