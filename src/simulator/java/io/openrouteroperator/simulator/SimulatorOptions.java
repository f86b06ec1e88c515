package io.openrouteroperator.simulator;

import io.openrouteroperator.simulator.account.KeyStrings;
import io.openrouteroperator.simulator.resource.Readings;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How to start a simulator.
 *
 * @param port 0 for any free one
 * @param managementKey the first management key; null for a new one
 * @param managementKeyPrefix of new management keys; by default the same as of all keys, as the kinds must not be told apart by it
 * @param dailyKeyChanges the ration of key changes for each UTC day
 * @param credits USD bought
 * @param readings what to do where the documentation is silent or contradicts itself
 */
public record SimulatorOptions(
        int port,
        @Nullable String managementKey,
        String managementKeyPrefix,
        int dailyKeyChanges,
        BigDecimal credits,
        Readings readings) {

    private static final int DAILY_KEY_CHANGES = 10_000;

    /** Any port, a new management key, the usual readings, plenty of credits. */
    public static SimulatorOptions usual() {
        return new SimulatorOptions(
                0, null, KeyStrings.PREFIX, DAILY_KEY_CHANGES, BigDecimal.valueOf(1_000), Readings.USUAL);
    }

    public SimulatorOptions withPort(int changed) {
        return new SimulatorOptions(changed, managementKey, managementKeyPrefix, dailyKeyChanges, credits, readings);
    }

    public SimulatorOptions withManagementKey(String changed) {
        return new SimulatorOptions(port, changed, managementKeyPrefix, dailyKeyChanges, credits, readings);
    }

    public SimulatorOptions withManagementKeyPrefix(String changed) {
        return new SimulatorOptions(port, managementKey, changed, dailyKeyChanges, credits, readings);
    }

    public SimulatorOptions withDailyKeyChanges(int changed) {
        return new SimulatorOptions(port, managementKey, managementKeyPrefix, changed, credits, readings);
    }

    public SimulatorOptions withCredits(BigDecimal changed) {
        return new SimulatorOptions(port, managementKey, managementKeyPrefix, dailyKeyChanges, changed, readings);
    }

    public SimulatorOptions withReadings(Readings changed) {
        return new SimulatorOptions(port, managementKey, managementKeyPrefix, dailyKeyChanges, credits, changed);
    }
}
