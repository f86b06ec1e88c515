package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.audit.Actor;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditObject;
import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.core.audit.chain.LogVerifier;
import io.openrouteroperator.core.audit.chain.Place;
import io.openrouteroperator.core.audit.chain.TrustedKeys;
import io.openrouteroperator.core.audit.chain.Verdict;
import java.security.GeneralSecurityException;
import java.util.List;

/** Events for tests, and what becomes of them. */
final class Events {
    private Events() {}

    static AuditEvent event(int number) {
        return new AuditEvent(
                Actor.controller("key"),
                AuditAction.KEY_CREATED,
                new AuditObject("OpenRouterKey", "shop", "checkout", "u-1"),
                "KeyCreated",
                "key serial " + number);
    }

    /** The actions of lines, in their order. */
    static List<String> actions(List<String> lines) {
        return lines.stream()
                .map(line -> ChainLine.parse(line).orElseThrow().action())
                .toList();
    }

    static Verdict verdict(List<String> lines, FakeNotary notary) throws GeneralSecurityException {
        LogVerifier verifier = new LogVerifier(TrustedKeys.of(notary.publicPem()), false);
        boolean more = true;
        for (int i = 0; more && i < lines.size(); i++) {
            more = verifier.read(new Place("log", i + 1), lines.get(i));
        }
        return verifier.verdict();
    }

    static void assertWhole(List<String> lines, FakeNotary notary) throws GeneralSecurityException {
        assertThat(verdict(lines, notary).breach()).isEmpty();
        assertThat(verdict(lines, notary).openEnds()).isEmpty();
    }
}
