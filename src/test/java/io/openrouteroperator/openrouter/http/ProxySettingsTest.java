package io.openrouteroperator.openrouter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a proxy is written. */
class ProxySettingsTest {
    @Test
    void hostAndPort() {
        assertThat(ProxySettings.parse("proxy.example:3128", List.of(".shop.example")))
                .isEqualTo(new ProxySettings("proxy.example", 3128, List.of("shop.example")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example",
                ":3128",
                "http://proxy.example:3128",
                "me:secret@proxy.example:3128",
                "proxy:http"
            })
    void nothingElse(String written) {
        assertThatThrownBy(() -> ProxySettings.parse(written, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has to be host:port")
                .hasMessageNotContaining("secret");
    }
}
