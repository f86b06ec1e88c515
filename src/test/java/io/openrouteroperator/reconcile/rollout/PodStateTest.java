package io.openrouteroperator.reconcile.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.openrouteroperator.reconcile.rollout.KeyReader.Manner;
import io.openrouteroperator.reconcile.rollout.KeyReader.Stage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Since when a pod holds what it read, and whether it needs help. */
class PodStateTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant STARTED = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private static final String RUNNING = "state: {running: {startedAt: \"2026-01-01T08:00:00Z\"}}";
    private static final String OVER = "state: {terminated: {exitCode: 0, startedAt: \"2026-01-01T08:00:00Z\"}}";
    private static final String WAITING = "state: {waiting: {reason: CrashLoopBackOff}}";

    @Test
    void runningContainerHoldsWhatItReadAtItsLastStart() {
        assertThat(ReadingTime.of(app(RUNNING + ", restartCount: 3"), service(Manner.ENVIRONMENT)))
                .isEqualTo(STARTED);
    }

    @Test
    void filesOfRestartedContainerMayBeTwoMinutesOld() {
        assertThat(ReadingTime.of(app(RUNNING + ", restartCount: 3"), service(Manner.FIXED_FILE)))
                .isEqualTo(STARTED.minusSeconds(120));
        assertThat(ReadingTime.of(app(RUNNING + ", restartCount: 0"), service(Manner.FIXED_FILE)))
                .isEqualTo(STARTED);
    }

    @Test
    void containerThatDoesNotRunHoldsNothing() {
        assertThat(ReadingTime.of(app(WAITING), service(Manner.ENVIRONMENT))).isNull();
        assertThat(ReadingTime.of(app(OVER), service(Manner.ENVIRONMENT))).isNull();
        assertThat(ReadingTime.of(pod("phase: Pending"), service(Manner.ENVIRONMENT)))
                .isNull();
    }

    @Test
    void filesThatFollowTheSecretHoldNothing() {
        assertThat(ReadingTime.of(app(RUNNING), service(Manner.LIVE_FILE))).isNull();
    }

    @Test
    void whatPreparationReadLivesOn() {
        Pod pod = pod("phase: Running\\ninitContainerStatuses: [{name: app, %s}]".formatted(OVER));

        assertThat(ReadingTime.of(pod, List.of(new KeyReader("app", Stage.PREPARATION, Manner.ENVIRONMENT))))
                .isEqualTo(STARTED);
    }

    @Test
    void podThatRunsWithoutSayingSinceWhenIsTakenForOld() {
        assertThat(ReadingTime.of(pod("phase: Running"), service(Manner.ENVIRONMENT)))
                .isEqualTo(CREATED);
        assertThat(ReadingTime.of(
                        pod("phase: Running\\nstartTime: \"2026-01-01T08:00:00Z\""), service(Manner.ENVIRONMENT)))
                .isEqualTo(STARTED);
    }

    @Test
    void oldestReadingCounts() {
        Pod pod = pod("""
                phase: Running
                containerStatuses:
                  - {name: app, state: {running: {startedAt: "2026-01-01T08:00:00Z"}}}
                  - {name: proxy, state: {running: {startedAt: "2026-01-01T09:00:00Z"}}}
                """);

        assertThat(ReadingTime.of(
                        pod,
                        List.of(
                                new KeyReader("proxy", Stage.SERVICE, Manner.ENVIRONMENT),
                                new KeyReader("app", Stage.SERVICE, Manner.ENVIRONMENT))))
                .isEqualTo(STARTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "containerStatuses: [{name: app, state: {waiting: {reason: ImagePullBackOff}}}] | ImagePullBackOff",
                "initContainerStatuses: [{name: app, state: {waiting: {reason: ErrImagePull}}}] | ErrImagePull",
                "containerStatuses: [{name: app, state: {waiting: {reason: ContainerCreating}}}] | ",
                "conditions: [{type: PodScheduled, status: \"False\", reason: Unschedulable}] | Unschedulable",
                "conditions: [{type: Ready, status: \"False\", lastTransitionTime: \"2026-01-01T09:49:59Z\"}]"
                        + " | not ready since 2026-01-01T09:49:59Z",
                "conditions: [{type: Ready, status: \"False\", lastTransitionTime: \"2026-01-01T09:50:01Z\"}] | ",
                "conditions: [{type: Ready, status: \"True\", lastTransitionTime: \"2026-01-01T08:00:00Z\"}] | ",
            })
    void podIsInTrouble(String status, String trouble) {
        assertThat(PodTrouble.of(pod(status), NOW).orElse(null)).isEqualTo(trouble);
    }

    @Test
    void podThatWasDeletedHasAMinuteBeyondItsGrace() {
        Pod pod = app(WAITING);
        pod.getMetadata().setDeletionTimestamp("2026-01-01T09:59:00Z");

        assertThat(PodTrouble.of(pod, NOW)).isEmpty();
        assertThat(PodTrouble.of(pod, NOW.plusSeconds(1))).contains("it was deleted and does not end");
    }

    private static List<KeyReader> service(Manner manner) {
        return List.of(new KeyReader("app", Stage.SERVICE, manner));
    }

    private static Pod app(String state) {
        return pod("phase: Running\\ncontainerStatuses: [{name: app, %s}]".formatted(state));
    }

    private static Pod pod(String status) {
        return YAML.unmarshal("""
                metadata: {name: web, creationTimestamp: "%s"}
                status:
                %s""".formatted(CREATED, status.replace("\\n", "\n").indent(2)), Pod.class);
    }
}
