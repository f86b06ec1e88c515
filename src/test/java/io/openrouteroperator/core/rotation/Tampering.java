package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.rotation.Event.Kind;
import java.util.List;

/** What is done by hand to the Secret and to keys at OpenRouter, past the protocol. */
final class Tampering {
    private final World world;

    Tampering(World world) {
        this.world = world;
    }

    /** Somebody edits the Secret, or deletes it. */
    void onSecret(Event event) {
        SecretState.Ours ours = world.secret instanceof SecretState.Ours is ? is : null;
        List<KeyHash> earlier = List.copyOf(world.promises.lastInSecret.keySet());
        if (event.kind() == Kind.SECRET_DELETED) {
            world.secret(new SecretState.Absent());
        } else if (event.kind() == Kind.SECRET_TAKEN_OVER) {
            world.secret(new SecretState.Foreign("somebody else's", world.inSecret(), null));
        } else if (ours != null) {
            KeyHash value = switch (event.kind()) {
                case SECRET_GARBLED -> Serial.hash(event.choice());
                case SECRET_RESTORED -> earlier.isEmpty() ? ours.valueHash() : pick(earlier, event);
                case SECRET_EMPTIED -> null;
                default -> ours.valueHash();
            };
            world.secret(new SecretState.Ours(
                    value,
                    ours.serial(),
                    event.kind() != Kind.SECRET_ENTRIES_EDITED,
                    ours.proof(),
                    ours.publishedAt()));
        }
    }

    /** Somebody changes a key at OpenRouter. */
    void onKey(Event event) {
        List<KeyHash> ours = List.copyOf(world.account.keys.keySet());
        if (ours.isEmpty()) {
            return;
        }
        KeyHash hash = pick(ours, event);
        switch (event.kind()) {
            case KEY_DISABLED -> disable(hash);
            case KEY_ENABLED -> {
                world.account.changed(hash, new KeyChange.SetDisabled(false));
                world.promises.waivers.stoppedByHand.remove(hash);
            }
            case KEY_DELETED -> {
                world.account.keys.remove(hash);
                world.promises.waivers.lostByHand.add(hash);
            }
            case KEY_UNGUARDED -> world.account.entry(hash, entry -> entry.boundTo(null));
            case KEY_LIMIT_CHANGED -> world.account.changed(hash, new KeyChange.SetLimit(Interference.usd(9999)));
            case KEY_RENAMED -> rename(hash);
            default -> throw new IllegalStateException("no such event: " + event);
        }
    }

    /** Only a key that works can be stopped by hand; afterwards nobody can tell who did it. */
    private void disable(KeyHash hash) {
        Account.Entry entry = world.account.keys.get(hash);
        if (entry != null && !entry.key().disabled() && !world.record().withdrawn()) {
            world.account.changed(hash, new KeyChange.SetDisabled(true));
            world.promises.waivers.stoppedByHand.add(hash);
            world.promises.waivers.onceStoppedByHand.add(hash);
        }
    }

    /** A key that no record has and that is called something else is not ours by any proof; so only current keys are renamed. */
    private void rename(KeyHash hash) {
        if (hash.equals(world.inSecret()) && world.record().knows(hash)) {
            world.account.changed(hash, new KeyChange.Rename("mine"));
            world.promises.waivers.lostByHand.add(hash);
        }
    }

    private static KeyHash pick(List<KeyHash> from, Event event) {
        return from.stream().sorted().toList().get(event.choice() % from.size());
    }
}
