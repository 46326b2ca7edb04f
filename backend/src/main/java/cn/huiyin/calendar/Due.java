package cn.huiyin.calendar;

import java.time.Instant;

/**
 * When something is due.
 *
 * @param provisional a day that was looked at lies in a year whose notice is not out, so this may still move
 */
public record Due(Instant at, boolean provisional) {}
