/** Visit programmes 走访计划: who is due for a visit, campaigns, teams, and a grid worker's day. */
@ApplicationModule(
        displayName = "Programme",
        allowedDependencies = {
            "problem",
            "background",
            "snapshot",
            "calendar",
            "community",
            "identity",
            "privacy",
            "privacy :: spi",
            "audit",
            "idempotency",
            "messaging",
            "messaging :: spi",
            "household",
            "household :: spi",
            "appointment"
        })
@NullMarked
package cn.huiyin.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
