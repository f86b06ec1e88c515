package io.openrouteroperator.core.admission.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VariableExpansionTest {
    @Test
    void joinsVariablesDefinedEarlier() {
        assertThat(expanded(List.of(variable("A", "x"), variable("B", "y"), variable("C", "$(A)-$(B)"))))
                .containsExactly("x-y");
    }

    @Test
    void leavesVariablesDefinedLaterAsWritten() {
        assertThat(expanded(List.of(variable("C", "$(A)"), variable("A", "x")))).isEmpty();
    }

    @Test
    void treatsTwoDollarsAsOneAndDoesNotExpandBehindThem() {
        assertThat(expanded(List.of(variable("A", "x"), variable("B", "$$(A)"))))
                .containsExactly("$(A)");
    }

    @Test
    void leavesOtherUsesOfTheDollarAlone() {
        assertThat(expanded(List.of(variable("A", "x"), variable("B", "${A} $A $( $(unclosed $"))))
                .isEmpty();
    }

    @Test
    void takesTheLastOfTwoDefinitions() {
        assertThat(expanded(List.of(variable("A", "x"), variable("A", "y"), variable("B", "$(A)"))))
                .containsExactly("y");
    }

    @Test
    void countsValuesFromElsewhereAsEmpty() {
        assertThat(expanded(List.of(variable("GAP", null), variable("B", "one$(GAP)two"))))
                .containsExactly("onetwo");
    }

    @Test
    void countsNamesThatMayComeFromElsewhereAsEmpty() {
        ContainerFacts container = new ContainerFacts(List.of(variable("B", "one$(GAP)two")), List.of(), true);
        assertThat(VariableExpansion.of(List.of(container)).texts())
                .extracting(TextField::text)
                .containsExactly("onetwo");
    }

    @Test
    void takesWhatThePodSaysOfItselfWithoutExpandingIt() {
        EnvironmentVariable taken = new EnvironmentVariable("spec.containers[0].env[0]", "A", null, "one$(B)");
        assertThat(expanded(List.of(taken, variable("C", "$(A)two")))).containsExactly("one$(B)two");
    }

    @Test
    void expandsCommandAndArguments() {
        ContainerFacts container = new ContainerFacts(
                List.of(variable("A", "x")), List.of(new TextField("spec.containers[0].args[0]", "--key=$(A)")), false);
        assertThat(VariableExpansion.of(List.of(container)).texts())
                .containsExactly(new TextField("spec.containers[0].args[0]", "--key=x"));
    }

    @Test
    void variablesOfOneContainerAreUnknownInAnother() {
        ContainerFacts first = new ContainerFacts(List.of(variable("A", "x")), List.of(), false);
        ContainerFacts second = new ContainerFacts(List.of(variable("B", "$(A)")), List.of(), false);
        assertThat(VariableExpansion.of(List.of(first, second)).texts()).isEmpty();
    }

    @Test
    void stopsWhereNoProcessCouldStart() {
        List<EnvironmentVariable> doubling = new ArrayList<>(List.of(variable("V0", "0123456789")));
        for (int i = 1; i < 40; i++) {
            doubling.add(variable("V" + i, "$(V%1$d)$(V%1$d)".formatted(i - 1)));
        }
        assertThat(expanded(doubling)).allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(128 * 1024));
    }

    @Test
    void reportsWhenTheBudgetRunsOut() {
        EnvironmentVariable large = variable("V", "x".repeat(100_000));
        EnvironmentVariable[] copies = new EnvironmentVariable[500];
        Arrays.setAll(copies, i -> variable("W" + i, "$(V)"));
        List<EnvironmentVariable> all = new ArrayList<>(List.of(large));
        all.addAll(Arrays.asList(copies));
        assertThat(VariableExpansion.of(List.of(new ContainerFacts(all, List.of(), false)))
                        .complete())
                .isFalse();
        assertThat(VariableExpansion.of(List.of(new ContainerFacts(all.subList(0, 50), List.of(), false)))
                        .complete())
                .isTrue();
    }

    @Test
    void manyOpenBracketsCostNoMoreThanTheBudget() {
        String hostile = "$(".repeat(1_000_000) + ")";
        ContainerFacts container = new ContainerFacts(List.of(variable("A", hostile)), List.of(), false);
        assertThat(VariableExpansion.of(List.of(container)).complete()).isFalse();
    }

    private static List<String> expanded(List<EnvironmentVariable> environment) {
        return VariableExpansion.of(List.of(new ContainerFacts(environment, List.of(), false))).texts().stream()
                .map(TextField::text)
                .toList();
    }

    private static EnvironmentVariable variable(String name, @Nullable String value) {
        return new EnvironmentVariable("spec.containers[0].env[" + name + "]", name, value);
    }
}
