package io.openrouteroperator.core.usage;

/** Port: where it is written down what each class allows, and since when. */
@FunctionalInterface
public interface PolicyJournal {
    /**
     * A class allows this now. Trouble with writing it down is logged and never thrown: it is said again with the next pass over the
     * policy.
     */
    void inForce(String policy, String classification, AllowedRevision now);
}
