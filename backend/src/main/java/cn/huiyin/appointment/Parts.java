package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.Actor;
import cn.huiyin.appointment.domain.Appointment;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import java.util.EnumSet;
import java.util.Set;

/** What a caller is to an appointment; nothing at all means that it does not exist for them. */
final class Parts {

    private Parts() {}

    static Set<Part> of(Appointment appointment, Caller caller) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        PlacePath home = appointment.home();
        add(parts, Part.BOOKER, caller.id().equals(appointment.booker()));
        add(parts, Part.VISITOR, caller.id().equals(appointment.slot().staff()));
        add(parts, Part.DISPATCHER, caller.is(Role.DISPATCHER, home));
        add(parts, Part.GRID_WORKER, caller.is(Role.GRID_WORKER, home));
        add(parts, Part.SUPERVISOR, caller.is(Role.SUPERVISOR, home));
        return parts;
    }

    static Actor actor(Appointment appointment, Caller caller) {
        return new Actor(caller.id(), caller.displayName(), of(appointment, caller));
    }

    private static void add(Set<Part> parts, Part part, boolean holds) {
        if (holds) {
            parts.add(part);
        }
    }
}
