package io.openrouteroperator.core.rollout;

/** What keeps a workload from replacing its pods when its template changes. */
public enum Hold {
    /** Nothing. */
    NONE("", true),
    /** Somebody paused its rollouts; a change now would come on top of what they look at. */
    PAUSED("it is paused", false),
    /** Somebody gave up its last rollout; a change now would begin it again. */
    ABORTED("its last rollout was aborted", false),
    /** It replaces a pod only when somebody deletes it, and the new pod reads the current key anyway. */
    ON_DELETE("it replaces pods only when they are deleted (OnDelete)", false),
    /** Pods below an ordinal keep their revision; those above are replaced. */
    PARTITIONED("pods below its partition keep their revision", true),
    /** The API server, or a policy of the cluster, refused a restart a short while ago. */
    REFUSED("the cluster refused its restart (the operator's log says why)", false),
    /** Its owner restarts it. */
    OPTED_OUT("it opted out of restarts (annotation " + RolloutAnnotation.CHOICE + ")", false);

    private final String words;
    private final boolean lets;

    Hold(String words, boolean lets) {
        this.words = words;
        this.lets = lets;
    }

    /** The reason, as the end of a sentence; empty for none. */
    String words() {
        return words;
    }

    /** Whether a change of the template does something, and is welcome. */
    boolean letsRestart() {
        return lets;
    }
}
