package io.openrouteroperator.audit;

import io.openrouteroperator.core.audit.chain.ChainHead;
import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.core.audit.chain.CheckpointSigner;
import java.util.ArrayList;
import java.util.List;

/** A notary that keeps everything in memory, and can be away. */
final class FakeNotary implements Notary {
    final List<ChainLine> checkpoints = new ArrayList<>();
    boolean away;
    private final SigningKeys keys = SigningKeys.generate();

    String publicPem() {
        return keys.publicPem();
    }

    @Override
    public CheckpointSigner signer() {
        return present(keys);
    }

    @Override
    public List<ChainHead> published() {
        return present(checkpoints.stream().map(ChainLine::head).toList());
    }

    @Override
    public void publish(ChainLine checkpoint) {
        present(checkpoints).add(checkpoint);
    }

    private <T> T present(T answer) {
        if (away) {
            throw new IllegalStateException("the API server is away");
        }
        return answer;
    }
}
