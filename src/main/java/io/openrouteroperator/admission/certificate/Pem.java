package io.openrouteroperator.admission.certificate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates and private keys as PEM text. */
public final class Pem {
    private static final int LINE = 64;
    private static final String KEY = "PRIVATE KEY";

    private Pem() {}

    /** One or more certificates, one after the other. */
    public static String of(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                text.append(block("CERTIFICATE", certificate.getEncoded()));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("a certificate that was read can be written", impossible);
            }
        }
        return text.toString();
    }

    /** A private key as PKCS 8. */
    public static String of(PrivateKey key) {
        return block(KEY, key.getEncoded());
    }

    /** All certificates of a text; throws when one cannot be read. */
    public static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate :
                factory.generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))) {
            certificates.add((X509Certificate) certificate);
        }
        return certificates;
    }

    /** An EC private key in PKCS 8; throws when it cannot be read. */
    public static PrivateKey privateKey(String text) throws GeneralSecurityException {
        String base64 = text.replace("-----BEGIN " + KEY + "-----", "").replace("-----END " + KEY + "-----", "");
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(base64);
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the private key is no PEM", e);
        }
    }

    private static String block(String type, byte[] content) {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }
}
