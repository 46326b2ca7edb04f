package cn.huiyin.appointment;

import cn.huiyin.problem.Refusal;
import java.util.Map;

/** What the store says when it does not keep something, in the words of the contract. */
final class Outcomes {

    private static final Map<String, Refusal> REFUSALS = Map.ofEntries(
            Map.entry("FULL", Refusal.conflict("SLOT_FULL", "这个时段已经约满了，可以换个时间，或者选择排队")),
            Map.entry("GONE", Refusal.conflict("SLOT_GONE", "这个时段现在不能约了，请换一个时间")),
            Map.entry("WAITING_LIST_FULL", Refusal.conflict("WAITING_LIST_FULL", "这个时段排队的人已经很多了，请换一个时间")),
            Map.entry("TOO_MANY", Refusal.conflict("TOO_MANY_BOOKINGS", "您家没办完的预约已经够多了，请先完成或取消一个，再约新的")),
            Map.entry("BY_PHONE_ONLY", Refusal.conflict("BY_PHONE_ONLY", "您家最近有几次约了没到，暂时不能在手机上预约；请打电话到社区，由工作人员帮您约")),
            Map.entry("STALE", Refusal.of(412, "STALE", "刚刚有了新变化，请刷新后再操作")),
            Map.entry("visit_person_once", Refusal.conflict("PERSON_BUSY", "这个时间已经有别的预约了，一个人不能同时在两个地方")),
            Map.entry("visit_appointment_once", Refusal.conflict("ALREADY_BOOKED", "这个时段您已经约过了")),
            Map.entry("visit_slot_staff_once", Refusal.conflict("STAFF_BUSY", "服务人员那个时间在别处，请换一个时间")),
            Map.entry("visit_slot_staff_way", Refusal.conflict("STAFF_BUSY", "服务人员前后还要去别的楼，路上来不及，请换一个时间")),
            Map.entry("visit_slot_staff_far_way", Refusal.conflict("STAFF_BUSY", "服务人员前后还要去别的网格，路上来不及，请换一个时间")),
            Map.entry("visit_slot_not_overbooked", Refusal.conflict("PLACES_TAKEN", "已经约出去的名额比这个数多，请先与居民商量")),
            Map.entry("visit_slot_one_home_each", Refusal.conflict("ONE_HOME_EACH", "上门的时段一次只约一户，请分成几个时段开放")));

    private Outcomes() {}

    static Refusal refusal(String outcome) {
        Refusal refusal = REFUSALS.get(outcome);
        if (refusal == null) {
            throw new IllegalStateException("the store says something unknown: " + outcome);
        }
        return refusal;
    }

    /** Why a slot was left out when several were opened. */
    static String inWords(String outcome) {
        return refusal(outcome).detail();
    }
}
