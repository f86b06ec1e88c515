package io.openrouteroperator.simulator;

import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.KeyStrings;
import io.openrouteroperator.simulator.catalogue.Catalogue;
import io.openrouteroperator.simulator.catalogue.Provider;
import io.openrouteroperator.simulator.fault.Faults;
import io.openrouteroperator.simulator.http.ContractWatch;
import io.openrouteroperator.simulator.http.Dispatcher;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.http.SimulatorServer;
import io.openrouteroperator.simulator.resource.WorkspacesResource;
import java.util.List;
import java.util.function.UnaryOperator;

/** A running simulated OpenRouter. Start one for each test, or share one and use workspaces of your own. */
public final class Simulator implements AutoCloseable {

    private final SimulatorOptions options;
    private final Account account;
    private final String managementKey;
    private final SimulatedTime time = new SimulatedTime();
    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog();
    private final ContractWatch contract = new ContractWatch();
    private volatile Catalogue catalogue = Catalogue.load();
    private final Dashboard dashboard;
    private final Snapshots snapshots;
    private final SimulatorServer server;

    private Simulator(SimulatorOptions options) {
        this.options = options;
        this.account = new Account(
                WorkspacesResource.blank("Default", "default", time.instant()),
                options.dailyKeyChanges(),
                options.credits());
        this.dashboard = new Dashboard(account, time);
        this.snapshots = new Snapshots(account);
        String given = options.managementKey();
        this.managementKey = given == null ? account.keyStrings().mint(options.managementKeyPrefix()) : given;
        account.managementKeys().add(managementKey);
        Routes routes = ApiRoutes.of(account, this::catalogue, options.readings());
        Dispatcher api = new Dispatcher(account, time, routes, contract);
        Dispatcher control = new Dispatcher(account, time, new ControlSurface(this).routes(), contract);
        this.server = new SimulatorServer(api, control, faults, log, time, options.port());
    }

    /** Starts a simulator; it answers when this returns. */
    public static Simulator start(SimulatorOptions options) {
        return new Simulator(options);
    }

    /** Starts a simulator as usual. */
    public static Simulator start() {
        return start(SimulatorOptions.usual());
    }

    /** Where the API begins, such as {@code http://127.0.0.1:40123/api/v1}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.port() + SimulatorServer.PREFIX;
    }

    /** Where the simulator itself is steered from other processes, such as {@code http://127.0.0.1:40123/_simulator}. */
    public String controlUrl() {
        return "http://127.0.0.1:" + server.port() + ControlSurface.PREFIX;
    }

    /** The management key that exists from the start. */
    public String managementKey() {
        return managementKey;
    }

    /** Makes one more management key, as an administrator at the dashboard would. */
    public String addManagementKey() {
        synchronized (account) {
            String key = account.keyStrings().mint(options.managementKeyPrefix());
            account.managementKeys().add(key);
            return key;
        }
    }

    /** Revokes a management key; false if it was none. */
    public boolean revokeManagementKey(String key) {
        synchronized (account) {
            return account.managementKeys().revoke(key);
        }
    }

    public SimulatedTime time() {
        return time;
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog requestLog() {
        return log;
    }

    /** Edits by hand. */
    public Dashboard dashboard() {
        return dashboard;
    }

    /** All keys of all workspaces, newest first. */
    public List<KeySnapshot> keys() {
        return snapshots.keys();
    }

    /** All written guardrails, newest first. */
    public List<GuardrailSnapshot> guardrails() {
        return snapshots.guardrails();
    }

    /** All assignments of keys, newest first. */
    public List<AssignmentSnapshot> assignments() {
        return snapshots.assignments();
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Changes the facts about a provider, as when it loses a policy or gains a datacenter. */
    public void changeProvider(String slug, UnaryOperator<Provider> change) {
        synchronized (account) {
            Catalogue current = catalogue;
            current.provider(slug).map(change).map(current::with).ifPresent(changed -> catalogue = changed);
        }
    }

    /** Breaches of the contract by either side so far; a test with any has failed. */
    public List<String> contractViolations() {
        return contract.violations();
    }

    /** Forgets breaches which a test made on purpose. */
    public void forgetContractViolations() {
        contract.forget();
    }

    /** The hash under which OpenRouter knows a key string. */
    public static String hashOf(String key) {
        return KeyStrings.hash(key);
    }

    @Override
    public void close() {
        server.close();
    }
}
