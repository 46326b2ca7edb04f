package cn.huiyin.classification;

/** How fast it must go 紧急程度. */
public enum Urgency {
    /** 一般. */
    NORMAL,
    /** 紧急: a danger to people; handled within 24 hours of natural time (S2). */
    URGENT
}
