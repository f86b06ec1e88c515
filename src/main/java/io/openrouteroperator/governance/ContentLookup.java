package io.openrouteroperator.governance;

import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;

/** Port: reads one Secret or ConfigMap by name and keeps nothing of it but the keys' marks. It blocks. */
@FunctionalInterface
public interface ContentLookup {
    /** What was found; nothing for an object that does not exist. Throws when the API server does not answer. */
    EntryKeys fetch(ContentName name);
}
