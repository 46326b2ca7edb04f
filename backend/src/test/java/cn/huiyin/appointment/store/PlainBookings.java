package cn.huiyin.appointment.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Booking as one would explain it at a counter: lists and loops, no locks, no constraints. */
final class PlainBookings {

    private static final int OPEN_BOOKINGS = 3;
    private static final int HALF_AN_HOUR = 30;
    private static final int NEAR = 10;
    private static final int FAR = 20;

    /** A slot; minutes count from the beginning of the story. */
    static final class PlainSlot {
        final long id;
        final long staff;
        final int start;
        final boolean atHome;
        int capacity;
        boolean open = true;
        int drawn;

        PlainSlot(long id, long staff, int start, int capacity, boolean atHome) {
            this.id = id;
            this.staff = staff;
            this.start = start;
            this.capacity = capacity;
            this.atHome = atHome;
        }

        int end() {
            return start + HALF_AN_HOUR;
        }
    }

    /** Somebody's place, or their wish for one. */
    static final class PlainBooking {
        final long person;
        PlainSlot slot;
        String state;
        int queue;

        PlainBooking(long person, PlainSlot slot, String state, int queue) {
            this.person = person;
            this.slot = slot;
            this.state = state;
            this.queue = queue;
        }

        boolean isOpen() {
            return state.equals("BOOKED") || state.equals("WAITING");
        }
    }

    /** Where somebody lives. */
    record PlainHome(int grid, int building) {}

    final Map<Long, PlainSlot> slots = new TreeMap<>();
    final Map<String, PlainBooking> bookings = new TreeMap<>();
    private final Map<Long, PlainHome> homes;

    PlainBookings(Map<Long, PlainHome> homes) {
        this.homes = homes;
    }

    /** What must come of a booking: one of these. */
    Set<String> book(String no, long person, PlainSlot slot, boolean queue) {
        long open = bookings.values().stream()
                .filter(one -> one.person == person && one.isOpen())
                .count();
        if (open >= OPEN_BOOKINGS) {
            return Set.of("TOO_MANY");
        }
        boolean full = taken(slot) >= slot.capacity;
        if (full && !queue) {
            return slot.open ? Set.of("FULL") : Set.of("FULL", "GONE");
        }
        if (!slot.open) {
            return Set.of("GONE");
        }
        // the number is drawn before anybody looks whether they may have it
        int number = full ? ++slot.drawn : 0;
        Set<String> against = new TreeSet<>();
        if (bookings.values().stream().anyMatch(one -> one.person == person && one.slot == slot && one.isOpen())) {
            against.add("visit_appointment_once");
        }
        if (!full) {
            against.addAll(against(person, slot, null));
        }
        if (against.isEmpty()) {
            bookings.put(no, new PlainBooking(person, slot, full ? "WAITING" : "BOOKED", number));
            return Set.of(full ? "WAITING" : "BOOKED");
        }
        return against;
    }

    Set<String> cancel(PlainBooking booking) {
        booking.state = "CANCELLED";
        moveEverybodyUp();
        return Set.of("SAVED");
    }

    Set<String> reschedule(PlainBooking booking, PlainSlot to) {
        if (!to.open) {
            return Set.of("GONE");
        }
        if (taken(to) >= to.capacity) {
            return Set.of("FULL");
        }
        Set<String> against = new TreeSet<>();
        if (bookings.values().stream()
                .anyMatch(one -> one != booking && one.person == booking.person && one.slot == to && one.isOpen())) {
            against.add("visit_appointment_once");
        }
        against.addAll(against(booking.person, to, booking));
        if (!against.isEmpty()) {
            return against;
        }
        booking.slot = to;
        booking.state = "BOOKED";
        moveEverybodyUp();
        return Set.of("SAVED");
    }

    Set<String> close(PlainSlot slot) {
        if (!slot.open) {
            return Set.of("STALE");
        }
        slot.open = false;
        bookings.values().stream()
                .filter(one -> one.slot == slot && one.isOpen())
                .forEach(one -> one.state = "CANCELLED");
        moveEverybodyUp();
        return Set.of("SAVED");
    }

    /** Whether the one who holds the first place could not have the other, which is the last of its slot and somebody else's. */
    boolean wouldBeTwice(PlainBooking held, PlainBooking other) {
        return held.state.equals("BOOKED")
                && other.state.equals("BOOKED")
                && held.person != other.person
                && held.slot != other.slot
                && other.slot.open
                && taken(other.slot) >= other.slot.capacity
                && waiting(other.slot).isEmpty()
                && overlap(held.slot.start, held.slot.end(), other.slot.start, other.slot.end());
    }

    /** Whether somebody who waits elsewhere, where a place is free, could have it but for this slot. */
    boolean isInTheWay(PlainSlot slot) {
        return slot.open
                && bookings.values().stream()
                        .filter(one -> one.state.equals("WAITING") && one.slot != slot && one.slot.open)
                        .filter(one -> taken(one.slot) < one.slot.capacity)
                        .anyMatch(one -> bookings.values().stream()
                                .filter(other -> other.slot == slot && other.state.equals("BOOKED"))
                                .anyMatch(other -> other.person == one.person || other.slot.staff == one.slot.staff));
    }

    Set<String> resize(PlainSlot slot, int capacity) {
        if (!slot.open) {
            return Set.of("STALE");
        }
        if (slot.atHome && capacity > 1) {
            return Set.of("visit_slot_one_home_each");
        }
        if (taken(slot) > capacity) {
            return Set.of("visit_slot_not_overbooked");
        }
        slot.capacity = capacity;
        moveEverybodyUp();
        return Set.of("SAVED");
    }

    /** Slot by slot, in the order of the lists; who cannot come keeps their place. Nobody is left who could have moved. */
    private void moveEverybodyUp() {
        for (PlainSlot slot : slots.values()) {
            for (PlainBooking one : waiting(slot)) {
                if (slot.open
                        && taken(slot) < slot.capacity
                        && against(one.person, slot, one).isEmpty()) {
                    one.state = "BOOKED";
                }
            }
        }
    }

    List<PlainBooking> waiting(PlainSlot slot) {
        return bookings.values().stream()
                .filter(one -> one.slot == slot && one.state.equals("WAITING"))
                .sorted(Comparator.comparingInt(one -> one.queue))
                .toList();
    }

    long taken(PlainSlot slot) {
        return bookings.values().stream()
                .filter(one -> one.slot == slot && one.state.equals("BOOKED"))
                .count();
    }

    /** Why this person cannot have this place, by the names that the database gives the reasons. */
    private Set<String> against(long person, PlainSlot slot, @Nullable PlainBooking except) {
        Set<String> against = new TreeSet<>();
        for (PlainBooking other : booked(except)) {
            if (other.person == person && overlap(other.slot.start, other.slot.end(), slot.start, slot.end())) {
                against.add("visit_person_once");
            }
            if (slot.atHome
                    && other.slot != slot
                    && other.slot.staff == slot.staff
                    && other.slot.atHome
                    && other.slot.open) {
                against.addAll(noTimeBetween(homes.get(person), slot, homes.get(other.person), other.slot));
            }
        }
        return against;
    }

    private List<PlainBooking> booked(@Nullable PlainBooking except) {
        List<PlainBooking> booked = new ArrayList<>(bookings.values());
        booked.removeIf(one -> one == except || !one.state.equals("BOOKED"));
        return booked;
    }

    private static Set<String> noTimeBetween(PlainHome home, PlainSlot slot, PlainHome other, PlainSlot otherSlot) {
        Set<String> against = new TreeSet<>();
        if (!home.equals(other) && overlapWithWay(slot, otherSlot, NEAR)) {
            against.add("visit_slot_staff_way");
        }
        if (home.grid() != other.grid() && overlapWithWay(slot, otherSlot, FAR)) {
            against.add("visit_slot_staff_far_way");
        }
        return against;
    }

    private static boolean overlapWithWay(PlainSlot one, PlainSlot other, int way) {
        return overlap(one.start, one.end() + way, other.start, other.end() + way);
    }

    private static boolean overlap(int from, int to, int otherFrom, int otherTo) {
        return from < otherTo && otherFrom < to;
    }
}
