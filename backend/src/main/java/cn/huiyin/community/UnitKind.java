package cn.huiyin.community;

/** What sort of unit acts 承办单位. */
public enum UnitKind {
    /** 物业. */
    PROPERTY,
    /** 居委会. */
    COMMITTEE,
    /** 街道办. */
    STREET_OFFICE,
    /** 职能部门. */
    DEPARTMENT
}
