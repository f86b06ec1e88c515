package io.openrouteroperator.core.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import java.util.List;

/**
 * What was served in the last 30 completed UTC days; today is never in it, and rows of past days may still grow. Every call throws
 * {@link OpenRouterException} when it has no answer.
 */
public interface OpenRouterActivity {
    /** What the whole account did, over all keys and workspaces, those of deleted keys too. */
    List<ActivityRow> activity();

    /** What one key did; nothing for a hash that OpenRouter does not know. A deleted key's rows stay. */
    List<ActivityRow> activity(KeyHash key);
}
