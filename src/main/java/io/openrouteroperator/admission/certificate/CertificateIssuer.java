package io.openrouteroperator.admission.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes authorities and serving certificates, all with fresh EC P-256 keys. */
public final class CertificateIssuer {
    static final Duration AUTHORITY_LIFE = Duration.ofDays(5 * 365L);
    static final Duration SERVING_LIFE = Duration.ofDays(90);

    /** Machines' clocks differ; a certificate made this moment must be valid for all of them. */
    static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private static final int SERIAL_BITS = 128;
    private final SecureRandom random = new SecureRandom();

    /** A new authority, valid from now. */
    public CertifiedKey authority(Instant now) {
        KeyPair pair = keyPair();
        X500Name name = new X500Name("CN=openrouter-operator webhook CA " + now.getEpochSecond());
        JcaX509v3CertificateBuilder builder = builder(name, name, pair, now, now.plus(AUTHORITY_LIFE));
        extend(builder, Extension.basicConstraints, new BasicConstraints(0));
        extend(builder, Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return new CertifiedKey(sign(builder, pair.getPrivate()), pair.getPrivate());
    }

    /** A serving certificate for host names and IP addresses, valid from now. */
    public CertifiedKey serving(CertifiedKey authority, Collection<String> hosts, Instant now) {
        KeyPair pair = keyPair();
        X500Name issuer =
                new X500Name(authority.certificate().getSubjectX500Principal().getName());
        X500Name name = new X500Name("CN=openrouter-operator webhook");
        JcaX509v3CertificateBuilder builder = builder(issuer, name, pair, now, now.plus(SERVING_LIFE));
        extend(builder, Extension.basicConstraints, new BasicConstraints(false));
        extend(builder, Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature));
        extend(builder, Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        extend(
                builder,
                Extension.subjectAlternativeName,
                new GeneralNames(hosts.stream()
                        .map(host ->
                                new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                        .toArray(GeneralName[]::new)));
        return new CertifiedKey(sign(builder, authority.privateKey()), pair.getPrivate());
    }

    static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    private JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair pair, Instant now, Instant end) {
        BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
        return new JcaX509v3CertificateBuilder(
                issuer, serial, Date.from(now.minus(CLOCK_SKEW)), Date.from(end), subject, pair.getPublic());
    }

    private static void extend(JcaX509v3CertificateBuilder builder, ASN1ObjectIdentifier id, ASN1Encodable value) {
        boolean critical = id.equals(Extension.basicConstraints) || id.equals(Extension.keyUsage);
        try {
            builder.addExtension(id, critical, value);
        } catch (CertIOException impossible) {
            throw new IllegalStateException("a well-formed extension can be encoded", impossible);
        }
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform cannot sign with ECDSA", e);
        }
    }

    private KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no curve P-256", e);
        }
    }
}
