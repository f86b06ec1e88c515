package io.openrouteroperator.page;

import io.openrouteroperator.core.key.SecretValue;

/** Knows who may read what. */
interface Readers {
    /**
     * What the bearer of a token may read.
     *
     * @param namespace the only one asked for, empty for all
     * @throws UnansweredException when nobody can say
     */
    Access access(SecretValue token, String namespace);
}
