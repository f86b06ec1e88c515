package io.openrouteroperator.proof.fleet.client;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.proof.fleet.Reader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The program in one pod: reads its key as its container would, and calls until the pod is gone. */
final class PodClient implements Runnable {
    /** How often the kubelet brings files up to date, at most; less than the shortest overlap, as the documentation asks for. */
    private static final Duration FILES_LAG = Duration.ofSeconds(3);

    private static final String ENTRY = "OPENROUTER_API_KEY";
    private static final int SHOWN_HASH = 12;

    private final KubernetesClient client;
    private final Completions completions;
    private final Tally tally;
    private final Duration pause;
    private final Pod pod;
    private final Reader reader;
    private String key = "";
    private Instant readAt = Instant.EPOCH;
    private volatile boolean gone;
    private final Thread thread = Thread.ofVirtual().unstarted(this);

    PodClient(KubernetesClient client, Completions completions, Tally tally, Duration pause, Pod pod) {
        this.client = client;
        this.completions = completions;
        this.tally = tally;
        this.pause = pause;
        this.pod = pod;
        this.reader = Reader.of(label(pod, Reader.LABEL));
    }

    PodClient start() {
        thread.start();
        return this;
    }

    /** The pod is gone: no further call. */
    void end() {
        gone = true;
        thread.interrupt();
    }

    @Override
    public void run() {
        tally.started(reader);
        try {
            while (!gone) {
                readWhenDue();
                int status = completions.ask(key);
                if (!gone) {
                    judge(status);
                }
                long millis = pause.toMillis();
                Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            tally.ended();
        }
    }

    private void readWhenDue() throws InterruptedException {
        boolean live = !reader.readsAtStart();
        boolean due = key.isEmpty() || (live && Instant.now().isAfter(readAt.plus(FILES_LAG)));
        while (due && !gone) {
            Instant began = Instant.now();
            Optional<String> read = read();
            if (read.isPresent()) {
                key = read.get();
                readAt = began;
                return;
            }
            Thread.sleep(100);
        }
    }

    private Optional<String> read() {
        try {
            Secret secret = client.secrets()
                    .inNamespace(pod.getMetadata().getNamespace())
                    .withName(label(pod, "app"))
                    .get();
            return Optional.ofNullable(secret)
                    .map(found -> found.getData().get(ENTRY))
                    .map(encoded -> new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (KubernetesClientException notNow) {
            return Optional.empty();
        }
    }

    private void judge(int status) {
        switch (status) {
            case HttpURLConnection.HTTP_OK -> tally.succeeded(reader);
            case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN -> refused(status);
            default -> tally.other(reader, words(status));
        }
    }

    private void refused(int status) {
        if (isThere()) {
            tally.refused(reader, words(status));
        } else {
            tally.late(reader);
        }
    }

    private static String label(Pod pod, String name) {
        return Objects.requireNonNull(pod.getMetadata().getLabels().get(name));
    }

    private boolean isThere() {
        try {
            Pod found = client.pods().resource(pod).get();
            return found != null
                    && found.getMetadata().getUid().equals(pod.getMetadata().getUid());
        } catch (KubernetesClientException unknown) {
            return true;
        }
    }

    private String words(int status) {
        return "%s status %d for pod %s/%s (%s), made %s, key %s read %s"
                .formatted(
                        Instant.now(),
                        status,
                        pod.getMetadata().getNamespace(),
                        pod.getMetadata().getName(),
                        reader.text(),
                        pod.getMetadata().getCreationTimestamp(),
                        KeyHash.of(SecretValue.of(key)).value().substring(0, SHOWN_HASH),
                        readAt);
    }
}
