package io.openrouteroperator.core.admission;

/** Port: does what the policies ask for when a managed key is found outside of its Secret. It never blocks. */
@FunctionalInterface
public interface LeakListener {
    /**
     * A key was found; saying so again and again does no harm.
     *
     * @param where object and field path, without key material
     */
    void found(LeakedKey leak, String where);
}
