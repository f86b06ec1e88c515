package io.openrouteroperator.admission.caller;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Whom a certificate is about. */
final class CertificateNames {
    /** RFC 5280, 4.2.1.6: rfc822Name, dNSName, uniformResourceIdentifier. */
    private static final Set<Integer> TEXT_KINDS = Set.of(1, 2, 6);

    private CertificateNames() {}

    /** The common names of the subject, and the alternative names that are text; none of what cannot be read. */
    static Set<String> of(X509Certificate certificate) {
        Set<String> names = new HashSet<>(commonNames(certificate.getSubjectX500Principal()));
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                alternatives.stream()
                        .filter(name -> TEXT_KINDS.contains((Integer) name.getFirst()))
                        .forEach(name -> names.add((String) name.get(1)));
            }
        } catch (CertificateParsingException unreadable) {
            return names;
        }
        return names;
    }

    private static List<String> commonNames(X500Principal subject) {
        try {
            return new LdapName(subject.getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList();
        } catch (InvalidNameException unreadable) {
            return List.of();
        }
    }
}
