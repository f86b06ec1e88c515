package io.openrouteroperator.admission.certificate;

import io.openrouteroperator.admission.certificate.ServingCertificate.PemKeyPair;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Hands each handshake the certificate of the moment. Nothing is reloaded on the port when the certificate changes, so no handshake
 * can meet a port in between: exchanging the options of a listening port lets some of them fail.
 */
public final class CertificatePerHandshake extends X509ExtendedKeyManager {
    /** By serial number; a handshake asks three times and must get one answer, so the one before the current stays. */
    private final Map<String, Identity> identities = new ConcurrentHashMap<>();

    private volatile String alias = "";

    private record Identity(List<X509Certificate> chain, PrivateKey privateKey) {}

    /** Follows the serving certificate from now on. */
    public CertificatePerHandshake(ServingCertificate serving) {
        use(serving.current());
        serving.onChange(this::use);
    }

    private void use(PemKeyPair pair) {
        try {
            List<X509Certificate> chain = Pem.certificates(pair.certificates());
            String next = chain.getFirst().getSerialNumber().toString();
            identities.put(next, new Identity(chain, Pem.privateKey(pair.privateKey())));
            String before = alias;
            alias = next;
            identities.keySet().removeIf(each -> !each.equals(next) && !each.equals(before));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the webhook's certificate cannot be used", e);
        }
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return alias;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return alias;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {alias};
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String wanted) {
        Identity identity = identities.get(wanted);
        return identity == null ? null : identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String wanted) {
        Identity identity = identities.get(wanted);
        return identity == null ? null : identity.privateKey();
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }
}
