package io.openrouteroperator.core.compliance;

import io.openrouteroperator.core.compliance.snapshot.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item of the checklist.
 *
 * @param id stable; attestations name it
 * @param question what a reviewer asks
 * @param answered where the answer comes from
 * @param proof what would prove it to someone who trusts nobody
 * @param reproduce the command or call that shows the same
 * @param mappings the requirements that it gives evidence for
 * @param sources what the check reads of a snapshot; where one could not be read, the control cannot be answered well
 * @param safeguard only for the things that go wrong
 * @param check answers it
 */
public record Control(
        String id,
        ControlGroup group,
        String question,
        String answered,
        String proof,
        String reproduce,
        List<Mapping> mappings,
        Set<Source> sources,
        @Nullable Safeguard safeguard,
        Check check) {
    public Control {
        mappings = List.copyOf(mappings);
        sources = Set.copyOf(sources);
    }
}
