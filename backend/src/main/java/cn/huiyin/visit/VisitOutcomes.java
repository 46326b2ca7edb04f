package cn.huiyin.visit;

import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.Map;

/** What the store says when it does not keep something, in the words of the contract. */
final class VisitOutcomes {

    private static final Map<String, Refusal> REFUSALS = Map.ofEntries(
            Map.entry("OTHER", Refusal.of(422, "RECORD_ID_REUSED", "这个记录编号已经用于另一条走访记录，请在手机上重新生成编号再提交")),
            Map.entry("FUTURE", Refusal.invalid(new Fault("at", "走访时间不能在将来，请检查手机时间"))),
            Map.entry("TOO_OLD", Refusal.invalid(new Fault("at", "走访时间太久了，不能再录入；请告诉社区管理员"))),
            Map.entry("BUSY", Refusal.conflict("VISITOR_BUSY", "这个时间您还有另一次走访，一个人不能同时在两家；请核对开始时间和时长")),
            Map.entry("NO_CONSENT", Refusal.conflict("NO_CONSENT", "这一户还没有同意走访：请先告知目的、征得同意并一并记录；居民谢绝的，请把结果记为“谢绝”")),
            Map.entry("STALE", Refusal.of(412, "STALE", "刚刚有了新变化，请刷新后再操作")),
            Map.entry("SECOND_TRY_MADE", Refusal.conflict("SECOND_TRY_MADE", "社区书记已经联系过一次并记下了结果")),
            Map.entry("DUE_TOO_LATE", Refusal.invalid(new Fault("dueOn", "日期晚于这种颜色的期限：红色1个月内，黄色3个月内，绿色1年内"))));

    private VisitOutcomes() {}

    static Refusal refusal(String outcome) {
        Refusal refusal = REFUSALS.get(outcome);
        if (refusal == null) {
            throw new IllegalStateException("the store says something unknown: " + outcome);
        }
        return refusal;
    }
}
