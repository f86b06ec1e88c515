package io.openrouteroperator.audit;

import io.openrouteroperator.core.audit.chain.ChainHead;
import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.core.audit.chain.CheckpointSigner;
import java.util.List;

/** Vouches for chains where everybody can see it. Each call may fail with a {@link RuntimeException}, and is made again later. */
public interface Notary {
    /** The key that checkpoints are signed with. */
    CheckpointSigner signer();

    /** How far the chains of other writers had come when they were published last, the latest last. */
    List<ChainHead> published();

    /** Publishes how far a chain has come, and the key that proves it. */
    void publish(ChainLine checkpoint);
}
