/** Visits that residents book: services, times, appointments, who waits. */
@ApplicationModule(
        displayName = "Visit",
        allowedDependencies = {
            "problem",
            "calendar",
            "identity",
            "community",
            "privacy",
            "audit",
            "idempotency",
            "snapshot",
            "messaging",
            "messaging :: spi"
        })
@NullMarked
package cn.huiyin.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
