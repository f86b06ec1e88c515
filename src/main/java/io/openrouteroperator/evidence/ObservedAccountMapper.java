package io.openrouteroperator.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.AuditTrail;
import io.openrouteroperator.api.v1alpha1.account.KeyCounts;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountSpec;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.compliance.snapshot.Conditions;
import io.openrouteroperator.core.compliance.snapshot.ObservedAccount;
import io.openrouteroperator.governance.FactsMapper;
import java.net.URI;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From an OpenRouterAccount to what a review asks of it. */
final class ObservedAccountMapper {

    private ObservedAccountMapper() {}

    static ObservedAccount account(JsonNode object) {
        OpenRouterAccount account = Values.read(object, OpenRouterAccount.class);
        OpenRouterAccountStatus status = account.getStatus();
        AuditTrail trail = account.getSpec().auditTrail();
        return new ObservedAccount(
                account.getMetadata().getName(),
                host(account.getSpec().baseUrl()),
                FactsMapper.managementSecrets(account).stream()
                        .sorted(Comparator.comparing(ObjectName::toString))
                        .toList(),
                trail == null ? null : trail.destinationName(),
                status == null ? null : counts(status.keys()),
                status == null || status.credits() == null
                        ? null
                        : Values.decimal(status.credits().total()),
                status == null ? Conditions.NONE : Values.conditions(status.conditions()));
    }

    private static String host(@Nullable String baseUrl) {
        String address = baseUrl == null ? OpenRouterAccountSpec.DEFAULT_BASE_URL : baseUrl;
        return Objects.requireNonNullElse(URI.create(address).getHost(), address);
    }

    private static ObservedAccount.@Nullable KeyCounts counts(@Nullable KeyCounts keys) {
        return keys == null || keys.unmanaged() == null || keys.orphaned() == null
                ? null
                : new ObservedAccount.KeyCounts(
                        Objects.requireNonNullElse(keys.managed(), 0), keys.unmanaged(), keys.orphaned());
    }
}
