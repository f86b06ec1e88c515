package io.openrouteroperator.openrouter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireObjectTest {
    private final WireObject object =
            WireObject.of(Json.parse("""
            {"nothing":null,"word":"sk-or-v1-secret","count":"12.50","list":["a"],"odd":{}}""".getBytes(StandardCharsets.UTF_8)).orElseThrow());

    @Test
    void absentNullAndValueNeverBlur() {
        assertThat(object.text("missing")).isEqualTo(new Field.Absent<String>());
        assertThat(object.text("nothing")).isEqualTo(new Field.Null<String>());
        assertThat(object.text("word")).isEqualTo(new Field.Value<>("sk-or-v1-secret"));
    }

    @Test
    void presenceSurvivesMapping() {
        assertThat(object.text("missing").map(String::length)).isEqualTo(new Field.Absent<Integer>());
        assertThat(object.text("nothing").map(String::length)).isEqualTo(new Field.Null<Integer>());
        assertThat(object.text("word").map(String::length)).isEqualTo(new Field.Value<>(15));
    }

    @Test
    void readsNumbersSentAsText() {
        assertThat(object.number("count")).isEqualTo(new Field.Value<>(new BigDecimal("12.50")));
    }

    @Test
    void namesTheFieldThatIsWrongAndNotItsContent() {
        assertThatExceptionOfType(UndocumentedAnswer.class)
                .isThrownBy(() -> object.number("word"))
                .withMessageContaining("'word'")
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(UndocumentedAnswer.class).isThrownBy(() -> object.text("odd"));
        assertThatExceptionOfType(UndocumentedAnswer.class).isThrownBy(() -> object.objects("list"));
        assertThatExceptionOfType(UndocumentedAnswer.class).isThrownBy(() -> object.needText("nothing"));
    }

    @Test
    void printsFieldNamesOnly() {
        assertThat(object).hasToString("WireObject" + List.of("nothing", "word", "count", "list", "odd"));
    }
}
