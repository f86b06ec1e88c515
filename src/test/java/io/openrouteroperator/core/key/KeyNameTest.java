package io.openrouteroperator.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyNameTest {
    private static final ServiceKeyId CHECKOUT =
            new ServiceKeyId("c1", "shop", "checkout", "0a1b2c3d-1111-4222-8333-444444444444");

    @Test
    void tellsClusterServiceUidSerialAndNonce() {
        String name = KeyName.compose(CHECKOUT, 7, "k3x9q2");

        assertThat(name).isEqualTo("k8s/c1/shop/checkout/0a1b2c3d-7-k3x9q2");
        assertThat(KeyName.of(CHECKOUT, name)).contains(new KeyName("c1", "shop/checkout", "0a1b2c3d", 7, "k3x9q2"));
    }

    @Test
    void staysShortAndIsFoundAgainWhateverTheServiceIsCalled() {
        ServiceKeyId longest = new ServiceKeyId("c1", "n".repeat(63), "s".repeat(253), CHECKOUT.uid());
        String name = KeyName.compose(longest, 123, "k3x9q2");

        assertThat(name).hasSizeLessThanOrEqualTo(KeyName.MAX_LENGTH).matches("\\p{ASCII}+");
        assertThat(KeyName.of(longest, name)).isPresent();
    }

    @Test
    void longServicesThatBeginAlikeHaveDifferentNames() {
        ServiceKeyId one = new ServiceKeyId("c1", "n".repeat(63), "s".repeat(252) + "1", CHECKOUT.uid());
        ServiceKeyId two = new ServiceKeyId("c1", "n".repeat(63), "s".repeat(252) + "2", CHECKOUT.uid());

        assertThat(KeyName.of(two, KeyName.compose(one, 1, "k3x9q2"))).isEmpty();
    }

    @Test
    void shortUidSharedByTwoServicesIsNoProof() {
        ServiceKeyId cart = new ServiceKeyId("c1", "shop", "cart", CHECKOUT.uid());

        assertThat(KeyName.of(CHECKOUT, KeyName.compose(cart, 1, "k3x9q2"))).isEmpty();
    }

    @Test
    void otherClusterOrAnEarlierObjectOfTheSameNameIsSomebodyElse() {
        ServiceKeyId elsewhere = new ServiceKeyId("c2", "shop", "checkout", CHECKOUT.uid());
        ServiceKeyId earlier = new ServiceKeyId("c1", "shop", "checkout", "ffffffff-1111-4222-8333-444444444444");

        assertThat(KeyName.of(CHECKOUT, KeyName.compose(elsewhere, 1, "k3x9q2")))
                .isEmpty();
        assertThat(KeyName.of(CHECKOUT, KeyName.compose(earlier, 1, "k3x9q2"))).isEmpty();
    }

    @Test
    void keyThatOutlivesItsObjectSaysWhoseItWasAndIsNoLongerOurs() {
        ServiceKeyId longest = new ServiceKeyId("c1", "n".repeat(63), "s".repeat(253), CHECKOUT.uid());
        for (ServiceKeyId id : List.of(CHECKOUT, longest)) {
            String before = KeyName.compose(id, 7, "k3x9q2");
            String after = KeyName.parse(before).orElseThrow().afterlife("retained");

            assertThat(after).startsWith("retained/c1/").hasSizeLessThanOrEqualTo(KeyName.MAX_LENGTH);
            assertThat(KeyName.parse(after)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mine",
                "k8s/c1/shop/checkout",
                "k8s/c1/shop/checkout/0a1b2c3d-x-k3x9q2",
                "k8s/c1/shop/checkout/0a1b2c3d-1-K3",
                "k8s/c1/shop/checkout/0a1b2c3d-9999999999-k3x9q2",
                "K8S/c1/shop/checkout/0a1b2c3d-1-k3x9q2"
            })
    void namesOfOthersAreNotOurs(String name) {
        assertThat(KeyName.parse(name)).isEmpty();
    }
}
