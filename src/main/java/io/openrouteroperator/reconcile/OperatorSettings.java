package io.openrouteroperator.reconcile;

import java.time.Duration;

/**
 * What the reconcilers are told at start.
 *
 * @param cluster the id of this cluster in remote names; letters, digits and dashes
 * @param operatorName the name that Secrets and events carry as their maker
 * @param catalogueInterval time between two reads of the model and provider catalogue
 * @param deletionPatience how long a deleted object waits for OpenRouter before its account takes over
 */
public record OperatorSettings(
        String cluster, String operatorName, Duration catalogueInterval, Duration deletionPatience) {}
