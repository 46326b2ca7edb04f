package cn.huiyin.appointment.domain;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be done with an appointment.
 *
 * @param note why
 * @param slot on RESCHEDULE: where to
 */
public record Order(
        Move move, @Nullable String note, @Nullable Slot slot) {}
