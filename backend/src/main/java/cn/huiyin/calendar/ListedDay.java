package cn.huiyin.calendar;

import java.time.LocalDate;

/** A day that a notice names, and the festival it names it for, such as 国庆节. */
public record ListedDay(LocalDate date, DayKind kind, String name) {}
