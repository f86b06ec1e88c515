package io.openrouteroperator.audit;

/** What became of an attempt to bring lines somewhere. */
enum Progress {
    /** They were dealt with, and more may follow. */
    SHIPPED,
    /** There were none. */
    NOTHING,
    /** They are not taken now. */
    HELD
}
