package io.openrouteroperator.core.openrouter;

/**
 * How often keys of one name called. Analytics tells names and never hashes.
 *
 * @param name as the list of keys has it, where it is not unique; empty for calls without a key's name
 * @param requests how many
 */
public record CallingKey(String name, long requests) {}
