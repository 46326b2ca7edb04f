package cn.huiyin.ticket;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.ticket.domain.Part;
import cn.huiyin.ticket.domain.Responsibility;
import cn.huiyin.ticket.domain.Ticket;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller is to a ticket; nothing at all means that it does not exist for them. */
final class Parts {

    private Parts() {}

    static Set<Part> of(Ticket ticket, Caller caller) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        PlacePath there = ticket.where().path();
        Responsibility who = ticket.responsibility();
        add(parts, Part.REPORTER, caller.id().equals(ticket.filing().reporter()));
        add(parts, Part.RECORDER, caller.id().equals(ticket.filing().recorder()));
        add(parts, Part.GRID_WORKER, caller.is(Role.GRID_WORKER, there));
        add(parts, Part.HOLDER, worksFor(caller, Role.HANDLER, who.holder()));
        add(parts, Part.HOLDER_LEAD, worksFor(caller, Role.UNIT_LEAD, who.holder()));
        add(parts, Part.FIRST_RECEIVER, belongsTo(caller, who.firstReceiver()));
        add(parts, Part.CO_HANDLER, who.coHandlers().stream().anyMatch(unit -> belongsTo(caller, new UnitId(unit))));
        add(parts, Part.DISPATCHER, caller.is(Role.DISPATCHER, there));
        add(parts, Part.SUPERVISOR, caller.is(Role.SUPERVISOR, there));
        add(parts, Part.SYSTEM, caller.is(Role.SYSTEM));
        return parts;
    }

    private static void add(Set<Part> parts, Part part, boolean holds) {
        if (holds) {
            parts.add(part);
        }
    }

    private static boolean worksFor(Caller caller, Role role, @Nullable UnitId unit) {
        return unit != null && caller.is(role, unit);
    }

    private static boolean belongsTo(Caller caller, @Nullable UnitId unit) {
        return worksFor(caller, Role.HANDLER, unit) || worksFor(caller, Role.UNIT_LEAD, unit);
    }
}
