package cn.huiyin.appointment.domain;

/**
 * The few figures of booking.
 *
 * @param openBookings how many bookings of one household may be open at once
 * @param noShows so many no-shows within {@code noShowDays}, and the household books through the community only
 * @param leadMinutes booked by residents at least so long before, unless a slot says otherwise
 * @param cancelMinutes cancelled or moved by residents at least so long before, unless a slot says otherwise
 * @param nearMinutes on the way between two buildings of one grid
 * @param farMinutes on the way to a building of another grid
 * @param waiting the longest waiting list of a slot
 * @param moveUpMinutes nobody moves up later than so long before a slot begins
 * @param version grows with each change
 */
public record Policy(
        int openBookings,
        int noShows,
        int noShowDays,
        int leadMinutes,
        int cancelMinutes,
        int nearMinutes,
        int farMinutes,
        int waiting,
        int moveUpMinutes,
        int version) {}
