/** Working days: holidays, make-up workdays, hours. */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"problem", "identity", "audit", "idempotency", "snapshot"})
@NullMarked
package cn.huiyin.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
