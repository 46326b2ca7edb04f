package cn.huiyin.classification;

/** How a matter is worked on 办理方式 (S3). */
public enum HandlingKind {
    /** 即时解决: responded to within 24 hours. */
    IMMEDIATE,
    /** 协调联动: started within 3 working days. */
    COORDINATED,
    /** 长期跟进: has its own plan and is followed every month. */
    LONG_TERM
}
