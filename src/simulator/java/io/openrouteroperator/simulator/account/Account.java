package io.openrouteroperator.simulator.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.spending.ActivityRow;
import io.openrouteroperator.simulator.spending.DailyQuota;
import io.openrouteroperator.simulator.spending.LedgerEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one account of the simulator. Holders of its monitor may read and change everything in it; the server holds it for the length
 * of a call, the dashboard for the length of an edit.
 */
public final class Account {

    /** The user id under which everything is created and assigned. */
    public static final String OWNER = "user_2simulatedowner00000000000000";

    private final KeyStrings keyStrings = new KeyStrings();
    private final ManagementKeys managementKeys = new ManagementKeys();
    private final Keys keys = new Keys();
    private final Guardrails guardrails = new Guardrails();
    private final Assignments keyAssignments = new Assignments();
    private final Assignments memberAssignments = new Assignments();
    private final Map<String, ObjectNode> byokKeys = new LinkedHashMap<>();
    private final Map<String, ObjectNode> destinations = new LinkedHashMap<>();
    private final Map<String, ObjectNode> generations = new LinkedHashMap<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final Workspaces workspaces;
    private final DailyQuota quota;
    private ObjectNode privacy = GuardrailSettings.unrestricted("account");
    private BigDecimal purchasedCredits;
    private BigDecimal usedCredits = BigDecimal.ZERO;

    public Account(Workspace defaultWorkspace, int dailyKeyChanges, BigDecimal purchasedCredits) {
        this.workspaces = new Workspaces(defaultWorkspace);
        this.quota = new DailyQuota(dailyKeyChanges);
        this.purchasedCredits = purchasedCredits;
    }

    public KeyStrings keyStrings() {
        return keyStrings;
    }

    public ManagementKeys managementKeys() {
        return managementKeys;
    }

    public Keys keys() {
        return keys;
    }

    public Guardrails guardrails() {
        return guardrails;
    }

    /** Guardrails of keys, by key hash. */
    public Assignments keyAssignments() {
        return keyAssignments;
    }

    /** Guardrails of members, by user id. */
    public Assignments memberAssignments() {
        return memberAssignments;
    }

    public Workspaces workspaces() {
        return workspaces;
    }

    public DailyQuota quota() {
        return quota;
    }

    /** Provider keys brought by the customer, in wire form by id, without the secret. */
    public Map<String, ObjectNode> byokKeys() {
        return byokKeys;
    }

    /** Observability destinations, in wire form by id. */
    public Map<String, ObjectNode> destinations() {
        return destinations;
    }

    /** What is known of past inferences, in wire form by id. */
    public Map<String, ObjectNode> generations() {
        return generations;
    }

    /** Every served request since the account exists. */
    public List<LedgerEntry> ledger() {
        return ledger;
    }

    /** The account's privacy settings, in the words of a guardrail: the outer layer for every key. */
    public ObjectNode privacy() {
        return privacy;
    }

    public void setPrivacy(ObjectNode changed) {
        privacy = changed;
    }

    /** The guardrail which a key is under by assignment. */
    public Optional<Guardrail> guardrailOf(ApiKey key) {
        return keyAssignments.of(key.hash()).flatMap(row -> guardrails.find(row.guardrailId()));
    }

    public BigDecimal purchasedCredits() {
        return purchasedCredits;
    }

    public void setPurchasedCredits(BigDecimal usd) {
        purchasedCredits = usd;
    }

    public BigDecimal usedCredits() {
        return usedCredits;
    }

    /** Removes a guardrail and frees all that were under it; false if there was none. */
    public boolean deleteGuardrail(String id) {
        keyAssignments.dropGuardrail(id);
        memberAssignments.dropGuardrail(id);
        return guardrails.remove(id);
    }

    /** Charges an inference to its key and the account, and enters it in the ledger. */
    public void charge(LedgerEntry entry) {
        ActivityRow row = entry.row();
        keys.update(row.keyHash(), key -> key.afterUse(row.usage(), row.byokUsage(), entry.at()), entry.at());
        usedCredits = usedCredits.add(row.usage());
        ledger.add(entry);
    }
}
