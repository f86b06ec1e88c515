package io.openrouteroperator.proof.fleet;

/** What a service is like. */
enum Temper {
    /** Replaces its pods as fast as the cluster does. */
    STEADY,
    /** Its pods are deleted at random. */
    CRASHING,
    /** One pod after the other, each slow to end and slow to be believed. */
    SLOW,
    /** Somebody pauses its Deployment now and then. */
    PAUSED,
    /** Its owner asks for the next key as soon as one is published. */
    IMPATIENT
}
