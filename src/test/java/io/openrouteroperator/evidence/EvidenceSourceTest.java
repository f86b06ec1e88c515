package io.openrouteroperator.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.cli.cluster.ExportedObjects;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.compliance.snapshot.Source;
import io.openrouteroperator.listing.ObjectKind;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may not be read is a gap, and never taken for absent. */
class EvidenceSourceTest {
    private static final ObjectName OPERATOR = new ObjectName("openrouter-system", "openrouter-operator");

    @ParameterizedTest
    @CsvSource({
        "Namespace, NAMESPACES",
        "OpenRouterAccount, ACCOUNTS",
        "OpenRouterPolicy, POLICIES",
        "Deployment, WORKLOADS",
        "PolicyReport, REPORTS",
        "ConfigMap, AUDIT_LOG WEBHOOK PROVIDERS",
        "Lease, LEASE",
        "ValidatingWebhookConfiguration, WEBHOOK",
    })
    void saysWhatMayNotBeRead(String refused, String sources) {
        Snapshot snapshot = read(refused, null);

        assertThat(snapshot.gaps())
                .containsExactlyInAnyOrderEntriesOf(Stream.of(sources.split(" ", -1))
                        .collect(Collectors.toMap(Source::valueOf, _ -> "You may not read " + refused)));
        assertThat(snapshot.keys()).hasSize(2);
    }

    @Test
    void withoutKeysThereIsNothingToSay() {
        assertThatThrownBy(() -> read("OpenRouterKey", null))
                .isInstanceOf(ClusterUnreadableException.class)
                .hasMessage("You may not read OpenRouterKey");
    }

    @Test
    void readsOneNamespaceOnlyWhenAskedTo() {
        Snapshot snapshot = read("nothing", "shop");

        assertThat(snapshot.gaps()).isEmpty();
        assertThat(snapshot.namespaces()).extracting(each -> each.name()).containsExactly("shop");
        assertThat(snapshot.keys()).extracting(each -> each.name().namespace()).containsExactly("shop");
        assertThat(snapshot.workloads()).extracting(each -> each.name()).containsExactly("checkout");
        assertThat(snapshot.leaseRenewed()).isNotNull();
        assertThat(snapshot.auditLog()).isNotNull();
    }

    private static Snapshot read(String refused, @Nullable String namespace) {
        SnapshotBuilder builder = new SnapshotBuilder(_ -> {});
        try (ClusterObjects objects = new Refusing(refused)) {
            new EvidenceSource(objects, builder).read(namespace, OPERATOR);
        }
        return builder.build(SampleReview.NOW);
    }

    /** The sample cluster, for somebody who may not read one kind. */
    private record Refusing(String kind, ClusterObjects sample) implements ClusterObjects {
        Refusing(String kind) {
            this(kind, new ExportedObjects(SampleReview.CLUSTER.toString(), InputStream.nullInputStream()));
        }

        @Override
        public void forEach(ObjectKind asked, String namespace, Consumer<JsonNode> consumer) {
            check(asked);
            sample.forEach(asked, namespace, consumer);
        }

        @Override
        public Optional<JsonNode> find(ObjectKind asked, String namespace, String name) {
            check(asked);
            return sample.find(asked, namespace, name);
        }

        private void check(ObjectKind asked) {
            if (asked.kind().equals(kind)) {
                throw new ClusterUnreadableException("You may not read " + kind);
            }
        }

        @Override
        public String defaultNamespace() {
            return sample.defaultNamespace();
        }

        @Override
        public void close() {
            sample.close();
        }
    }
}
