package io.openrouteroperator.simulator.resource.analytics;

import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.account.Workspace;
import io.openrouteroperator.simulator.spending.LedgerEntry;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what requests can be told apart. Some are filtered and grouped by an id but shown by a name, which need not be unique. Where the
 * simulator knows nothing of a request, neither does the dimension.
 */
enum Dimension implements Named {
    MODEL("Model", Reach.YEAR),
    API_KEY_ID("API Key", Reach.YEAR),
    WORKSPACE("Workspace", Reach.YEAR),
    USER("User", Reach.YEAR),
    APP("App", Reach.YEAR),
    PROVIDER("Provider", Reach.MONTH),
    ORIGIN("Origin", Reach.MONTH),
    COUNTRY("Country", Reach.MONTH),
    FINISH_REASON("Finish Reason", Reach.MONTH),
    GENERATION_ID("Generation", Reach.MONTH),
    EXTERNAL_USER("External User", Reach.MONTH);

    private final String label;
    private final Reach reach;

    Dimension(String label, Reach reach) {
        this.label = label;
        this.reach = reach;
    }

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    Reach reach() {
        return reach;
    }

    /** Whether requests without a value are kept apart, so that a filter can ask for them. */
    boolean hasUnsetBucket() {
        return this == API_KEY_ID || this == APP || this == USER;
    }

    /** What filters compare with; null where there is no value. */
    @Nullable
    String id(Account account, LedgerEntry entry) {
        return switch (this) {
            case MODEL -> entry.row().permaslug();
            case API_KEY_ID ->
                key(account, entry).map(key -> Long.toString(key.number())).orElse(null);
            case WORKSPACE -> entry.row().workspaceId();
            case USER -> Account.OWNER;
            case PROVIDER -> entry.row().providerName();
            case FINISH_REASON -> "stop";
            case GENERATION_ID -> entry.generationId();
            case APP, ORIGIN, COUNTRY, EXTERNAL_USER -> null;
        };
    }

    /** What a row shows: names also of what is deleted, and the service's own words for what never was. */
    @Nullable
    String shown(Account account, LedgerEntry entry) {
        return switch (this) {
            case API_KEY_ID ->
                key(account, entry).map(key -> key.settings().name()).orElse("Chatroom");
            case WORKSPACE ->
                account.workspaces()
                        .findOrRemember(entry.row().workspaceId())
                        .map(Workspace::name)
                        .orElse("Unattributed");
            case APP -> "Unknown";
            default -> id(account, entry);
        };
    }

    private static Optional<ApiKey> key(Account account, LedgerEntry entry) {
        return account.keys().findOrRemember(entry.row().keyHash());
    }
}
