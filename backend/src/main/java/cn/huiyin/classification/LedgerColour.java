package cn.huiyin.classification;

/** The colour a problem has in the ledger 台账 (S3). */
public enum LedgerColour {
    /** A hazard: act at once. */
    RED,
    /** Answer within 3 days. */
    YELLOW,
    /** Goes into the community's plan. */
    GREEN
}
