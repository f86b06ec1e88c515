package io.openrouteroperator.admission.review;

import io.openrouteroperator.core.admission.Requester;
import io.openrouteroperator.core.admission.declaration.Declaration;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.facts.PodFacts;
import org.jspecify.annotations.Nullable;

/** What a review is about, reduced to facts. */
public sealed interface ReviewCase {
    /** Nothing that the rules look at: it passes. */
    record Irrelevant() implements ReviewCase {}

    /**
     * A pod, or an object that runs pods.
     *
     * @param before a running pod as it was, whose violations were there already; null for new objects and for templates, which are
     *     judged as a whole once they change
     * @param unchanged the part that runs pods is as before: it is worth a warning, never a refusal
     */
    record Pods(PodFacts now, @Nullable PodFacts before, boolean unchanged) implements ReviewCase {}

    /**
     * A Secret or ConfigMap is written; what was in it before is no news.
     *
     * @param now what it holds, and the operator's marks that it did not have before
     */
    record Content(Contents now, EntryKeys before, Requester requester, boolean created) implements ReviewCase {
        /** Which object. */
        public ObjectIdentity object() {
            return now.object();
        }
    }

    /** One of our own kinds is written or deleted. */
    record Declared(Declaration declaration, Requester requester) implements ReviewCase {}

    /** A Secret is deleted. */
    record SecretDeletion(ObjectIdentity object, Requester requester) implements ReviewCase {}
}
