/** Times that the community opens, what residents book of them, who waits. */
@ApplicationModule(
        displayName = "Appointment",
        allowedDependencies = {
            "problem",
            "calendar",
            "identity",
            "community",
            "privacy",
            "privacy :: spi",
            "household",
            "audit",
            "idempotency",
            "safety",
            "snapshot",
            "messaging",
            "messaging :: spi"
        })
@NullMarked
package cn.huiyin.appointment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
