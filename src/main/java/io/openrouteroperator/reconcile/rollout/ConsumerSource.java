package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.core.rollout.ConsumerPod;
import io.openrouteroperator.core.rollout.ConsumerPod.Ownership;
import io.openrouteroperator.core.rollout.Consumers;
import io.openrouteroperator.core.rollout.RolloutAnnotation;
import io.openrouteroperator.core.rollout.WorkloadRef;
import io.openrouteroperator.reconcile.rollout.WorkloadReader.Found;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds who reads a key, by what they reference: running pods, who is behind them, and workloads whose template refers to it. Looks
 * only when asked and watches nothing, since a rotation needs it for minutes in months.
 */
public final class ConsumerSource {
    private final KubernetesClient client;
    private final WorkloadLists lists;
    private final Refusals refusals;
    private final Clock clock;

    public ConsumerSource(KubernetesClient client, Refusals refusals, Clock clock) {
        this.client = client;
        this.refusals = refusals;
        this.clock = clock;
        this.lists = new WorkloadLists(client, clock);
    }

    /** A pod that reads the key, its readers, and who is behind it. */
    private record Seen(
            Pod pod, List<KeyReader> readers, @Nullable OwnerReference owner) {}

    /**
     * Everything in a namespace that reads the key.
     *
     * @param secretName the Secret it is in
     * @param keyEntries the entries of the Secret that hold the key; references to others do not count
     * @throws KubernetesClientException when the API server does not answer all of it; a missing right is an answer
     */
    public Consumers find(String namespace, String secretName, Set<String> keyEntries) {
        Instant now = clock.instant();
        try {
            return look(namespace, new KeySelection(secretName, keyEntries), now);
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                return Consumers.hidden(now);
            }
            throw refused;
        }
    }

    private Consumers look(String namespace, KeySelection key, Instant now) {
        List<Seen> seen = pods(namespace, key);
        Set<String> owners = seen.stream()
                .map(Seen::owner)
                .filter(owner -> owner != null)
                .map(OwnerReference::getUid)
                .collect(Collectors.toSet());
        Map<String, Found> workloads = workloads(namespace, key, owners);
        return new Consumers(
                workloads.values().stream()
                        .filter(found -> found.foreignOwner() == null)
                        .map(Found::workload)
                        .toList(),
                seen.stream().map(pod -> consumer(pod, key, workloads, now)).toList(),
                now);
    }

    private List<Seen> pods(String namespace, KeySelection key) {
        PodOwners owners = new PodOwners(client, namespace);
        List<Seen> seen = new ArrayList<>();
        Pages.each(
                options -> client.pods()
                        .inNamespace(namespace)
                        .withoutField("status.phase", "Succeeded")
                        .withoutField("status.phase", "Failed")
                        .list(options),
                pod -> {
                    List<KeyReader> readers = KeyReader.in(pod.getSpec(), key);
                    if (!readers.isEmpty()) {
                        seen.add(new Seen(pod, readers, owners.of(pod)));
                    }
                });
        return seen;
    }

    private Map<String, Found> workloads(String namespace, KeySelection key, Set<String> owners) {
        WorkloadReader reader = new WorkloadReader(client.getKubernetesSerialization(), key, refusals);
        Map<String, Found> workloads = new HashMap<>();
        for (RollableKind kind : RollableKind.values()) {
            lists.each(
                    kind,
                    namespace,
                    object -> reader.read(object, kind)
                            .filter(found -> found.readsKey()
                                    || owners.contains(found.workload().ref().uid()))
                            .ifPresent(found ->
                                    workloads.put(found.workload().ref().uid(), found)));
        }
        return workloads;
    }

    private ConsumerPod consumer(Seen seen, KeySelection key, Map<String, Found> workloads, Instant now) {
        Pod pod = seen.pod();
        OwnerReference owner = seen.owner();
        Found workload = owner == null ? null : workloads.get(owner.getUid());
        if (workload != null && workload.foreignOwner() != null) {
            owner = workload.foreignOwner();
            workload = null;
        }
        return new ConsumerPod(
                pod.getMetadata().getName(),
                ownership(owner, workload),
                workload != null ? workload.workload().ref() : ref(owner, pod),
                seen.readers().stream().anyMatch(KeyReader::readsAtStart),
                ReadingTime.of(pod, seen.readers()),
                WorkloadReader.annotation(pod.getMetadata(), RolloutAnnotation.name(key.secretName())),
                pod.getMetadata().getDeletionTimestamp() != null,
                PodTrouble.of(pod, now).orElse(null));
    }

    private static Ownership ownership(@Nullable OwnerReference owner, @Nullable Found workload) {
        if (owner == null) {
            return Ownership.BARE;
        }
        if (workload != null) {
            return Ownership.WORKLOAD;
        }
        boolean job = owner.getKind().equals("Job") && owner.getApiVersion().startsWith("batch/");
        return job ? Ownership.JOB : Ownership.UNKNOWN;
    }

    private static @Nullable WorkloadRef ref(@Nullable OwnerReference owner, Pod pod) {
        return owner == null
                ? null
                : new WorkloadRef(
                        owner.getApiVersion(),
                        owner.getKind(),
                        pod.getMetadata().getNamespace(),
                        owner.getName(),
                        owner.getUid());
    }
}
