package cn.huiyin.ticket.domain;

import cn.huiyin.community.UnitId;
import cn.huiyin.identity.AccountId;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a ticket (首接负责制, S2): the first unit to receive it stays accountable, whoever has it or helps.
 *
 * @param firstReceiver set once, never taken away
 * @param holder the unit that has it now, or null while none has
 * @param handler the person of that unit who took it up
 * @param coHandlers ids of the units that help
 * @param handOns how often it was returned, passed on or escalated
 */
public record Responsibility(
        @Nullable UnitId firstReceiver,
        @Nullable UnitId holder,
        @Nullable AccountId handler,
        Set<String> coHandlers,
        int handOns) {

    public static final Responsibility NOBODY = new Responsibility(null, null, null, Set.of(), 0);

    public Responsibility {
        coHandlers = Set.copyOf(coHandlers);
    }

    /** The first to receive it is not handed anything on; every later unit is. */
    Responsibility receivedBy(UnitId unit) {
        boolean first = firstReceiver == null;
        return new Responsibility(first ? unit : firstReceiver, unit, null, coHandlers, first ? handOns : handOns + 1);
    }

    Responsibility returned() {
        return new Responsibility(firstReceiver, null, null, coHandlers, handOns + 1);
    }

    Responsibility acceptedBy(AccountId person) {
        return new Responsibility(firstReceiver, holder, person, coHandlers, handOns);
    }

    Responsibility helpedBy(UnitId unit) {
        Set<String> more = new TreeSet<>(coHandlers);
        more.add(unit.value());
        return new Responsibility(firstReceiver, holder, handler, more, handOns);
    }
}
