package cn.huiyin.calendar;

/** What a notice makes of a day it lists. */
public enum DayKind {
    /** 放假: free, though it may be a weekday. */
    HOLIDAY,
    /** 调休上班: a weekend day that is worked to make up for a bridged one. */
    WORKDAY
}
