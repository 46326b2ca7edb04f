package cn.huiyin;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** How a program can look at a clock of its own. */
final class ClockRules {

    private static final Set<String> LOOKS =
            Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone", "system");

    static final ArchCondition<JavaClass> READ_A_CLOCK = new ArchCondition<>("read a clock") {
        @Override
        public void check(JavaClass room, ConditionEvents events) {
            room.getMethodCallsFromSelf().stream()
                    .filter(call -> LOOKS.contains(call.getTarget().getName()))
                    .filter(call -> call.getTargetOwner().getPackageName().startsWith("java."))
                    .forEach(call -> events.add(SimpleConditionEvent.satisfied(room, call.getDescription())));
        }
    };

    private ClockRules() {}
}
