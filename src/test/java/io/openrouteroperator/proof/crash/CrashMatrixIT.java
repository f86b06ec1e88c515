package io.openrouteroperator.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.proof.Effect;
import io.openrouteroperator.proof.ProvingGround;
import io.openrouteroperator.proof.crash.CrashPoint.Moment;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of the crash matrix: one death at each effect at OpenRouter and at the Secret. The long one is {@code make prove-crash}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashMatrixIT {
    private ProvingGround ground;
    private Stories stories;

    @BeforeAll
    void start() {
        ground = ProvingGround.start();
        stories = new Stories(ground.installation().openRouter());
    }

    @AfterAll
    void close() {
        ground.close();
    }

    static Stream<String> deaths() {
        return Stream.of(
                "create AFTER POST /keys",
                "create AFTER POST /guardrails/*/assignments/keys",
                "credential AFTER PATCH /byok/*",
                "class AFTER POST /guardrails",
                "unclass AFTER DELETE /guardrails/*",
                "rotate AFTER PATCH /keys/*",
                "revoke AFTER update secrets",
                "delete AFTER DELETE /keys/*");
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void recovers(String death) {
        String[] words = death.split(" ", 3);
        Scenario story = stories.named(words[0]);
        CrashPoint point = new CrashPoint(effect(words[2]), 1, Moment.valueOf(words[1]));

        Run.Outcome outcome = new Run(ground, story, Plant.NONE).tell(point);

        assertThat(outcome.reached()).as("the story came to the point").isTrue();
        assertThat(outcome.violations()).isEmpty();
    }

    @Test
    void findsCreationThatIsSentAgain() {
        assertThat(violations(Plant.REPEATED_CREATE, null)).anyMatch(violation -> violation.startsWith("O:"));
    }

    @Test
    void findsIntentThatIsNotWritten() {
        CrashPoint created = new CrashPoint(effect("POST /keys"), 1, Moment.AFTER);

        assertThat(violations(Plant.FORGOTTEN_INTENT, created)).anyMatch(violation -> violation.startsWith("O:"));
    }

    @Test
    void everyMethodOfThePortsMakesOneKindOfRequest() {
        assertThat(PortMethod.all())
                .extracting(PortMethod::name)
                .contains("createKey", "changeKey", "deleteKey", "assignKeys", "limitCredential");
    }

    private List<String> violations(Plant plant, @Nullable CrashPoint point) {
        return new Run(ground, stories.named("create"), plant).tell(point).violations();
    }

    private static Effect effect(String name) {
        boolean atOpenRouter = name.contains("/") && Character.isUpperCase(name.charAt(0));
        return new Effect(atOpenRouter ? Effect.Server.OPENROUTER : Effect.Server.KUBERNETES, name, true);
    }
}
