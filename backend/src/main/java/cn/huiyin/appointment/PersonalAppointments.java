package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.Appointment;
import cn.huiyin.appointment.domain.State;
import cn.huiyin.appointment.domain.Times;
import cn.huiyin.appointment.store.AppointmentLists;
import cn.huiyin.appointment.store.Appointments;
import cn.huiyin.appointment.store.StoredAppointment;
import cn.huiyin.identity.AccountId;
import cn.huiyin.privacy.Vault;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The bookings of a person: told with what they said, and forgotten but for the fact that there was one. */
@Component
class PersonalAppointments implements PersonalData {

    private static final int MOST = 2000;

    private static final int AFTER_TICKETS = 22;

    private final AppointmentLists lists;
    private final Appointments appointments;
    private final Vault vault;

    PersonalAppointments(AppointmentLists lists, Appointments appointments, Vault vault) {
        this.lists = lists;
        this.appointments = appointments;
        this.vault = vault;
    }

    @Override
    public String section() {
        return "appointments";
    }

    @Override
    public int turn() {
        return AFTER_TICKETS;
    }

    @Override
    public Mono<Map<String, Object>> export(long account) {
        return lists.mine(new AccountId(account), EnumSet.allOf(State.class), PageCursor.START.id(), MOST)
                .filter(held -> !held.isEmpty())
                .map(held -> Map.of("items", held.stream().map(this::told).toList()));
    }

    private Map<String, Object> told(StoredAppointment stored) {
        Appointment it = stored.appointment();
        Said said = Said.open(vault, it.no(), stored.sealed());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("no", it.no().value());
        told.put("service", it.slot().service());
        told.put("time", Times.ofSlot(it.slot().startsAt(), it.slot().endsAt()));
        told.put("state", it.stateAt(stored.now()).name());
        told.put("bookedAt", it.bookedAt().toString());
        told.put("purpose", said.purpose());
        told.put("needs", it.needs());
        told.put("familyName", said.name());
        told.put("familyRelation", it.relation());
        told.put("familyPhone", said.phone());
        told.put("building", it.home().last().value());
        told.put("room", it.room());
        return told;
    }

    @Override
    public Mono<List<String>> erase(long account) {
        return appointments
                .forget(new AccountId(account))
                .thenReturn(List.of("您还没到时间的预约已经取消；预约时说的话、家人的姓名和电话、门牌已经删除，只留下不记名的预约次数。"));
    }
}
