package io.openrouteroperator.core.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.DataRules;
import io.openrouteroperator.core.policy.LabelMatcher;
import io.openrouteroperator.core.policy.ModelRules;
import io.openrouteroperator.core.policy.ProviderRules;
import io.openrouteroperator.core.policy.RotationOverride;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules are written as {@code allow -deny @country}, and {@code zdr}. */
class ProviderOutlookTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # before         | after               | in force | lost | open
            a b              | b a                 | a b      |      | ''
            a b              | a                   | a b      | b    | ''
            a                | a b                 | a        |      | b
            a -b             | a b -b              | a        |      | ''
            a b -b           | a b                 | a        |      | b
            a b              | a b -b              | a b      | b    | ''
            a b              | a b @US             | a b      |      | a b
            a b @US          | a b @US @DE         | a        |      | b
            a b @US @DE      | a b @US             | a b      |      | a b
            a b @US          | a b                 | a        |      | b
            a b              | a b zdr             | a b      |      | a b
            a b zdr          | a b                 | a        |      | b
            *                | a b                 | *        | *    | ''
            *                | * -a                | *        | *    | ''
            * @US            | a @US               | a b      | b    | ''
            a                | *                   | a        |      | *
            a                | b                   | a        | a    | b
            a*               | a* b*               | a1 a2    |      | b*
            """)
    void tellsWhatIsLostForCertainAndWhatTheCatalogueDecides(
            String before, String after, String inForce, String lost, String open) {
        ProviderOutlook outlook = ProviderOutlook.of(rules(before), rules(after), words(inForce));

        assertThat(outlook.lost()).isEqualTo(words(lost));
        assertThat(outlook.open()).isEqualTo(words(open));
    }

    private static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.split(" "));
    }

    private static ClassificationRules rules(String text) {
        ProviderRules providers = new ProviderRules(
                words(text).stream()
                        .filter(word -> Stream.of("-", "@", "zdr").noneMatch(word::startsWith))
                        .toList(),
                after("-", text),
                after("@", text),
                true,
                false);
        DataRules data = new DataRules(false, text.contains("zdr"), List.of());
        return new ClassificationRules(
                "internal",
                LabelMatcher.everything(),
                providers,
                ModelRules.standard(),
                data,
                null,
                RotationOverride.none(),
                null);
    }

    private static List<String> after(String mark, String text) {
        return words(text).stream()
                .filter(word -> word.startsWith(mark))
                .map(word -> word.substring(1))
                .toList();
    }
}
