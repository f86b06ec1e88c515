package io.openrouteroperator.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** No command of the README goes without a test. */
class ReadmeTest {
    /** Commands that {@link ReadmeIT} does not run, each with the test that does. */
    private static final Map<String, String> RUN_ELSEWHERE = Map.of(
            "make demo", "DemoIT plays the same story in the same way",
            "make demo KEEP=1", "DemoIT leaves it open and interrupts it",
            "make test", "it is what runs this test");

    @Test
    void everyCommandIsRunByTest() {
        List<String> others = Readme.shellBlocks().stream()
                .filter(Predicate.not(Readme::isForCluster))
                .map(String::strip)
                .toList();
        assertThat(others).containsExactlyInAnyOrderElementsOf(RUN_ELSEWHERE.keySet());
        assertThat(Readme.shellBlocks()).anyMatch(Readme::isForCluster);
    }

    @Test
    void everyTargetNamedIsInMakefile() throws IOException {
        String makefile = Files.readString(Path.of("Makefile"));
        assertThat(RUN_ELSEWHERE.keySet())
                .allSatisfy(command -> assertThat(makefile).contains("\n" + command.split(" ", -1)[1] + ":"));
    }
}
