/** Visits to homes 走访: told and agreed to before, made, written down, and what came of them. */
@ApplicationModule(
        displayName = "Visit",
        allowedDependencies = {
            "problem",
            "calendar",
            "identity",
            "community",
            "privacy",
            "privacy :: spi",
            "audit",
            "idempotency",
            "snapshot",
            "background",
            "media",
            "safety",
            "messaging",
            "messaging :: spi",
            "household",
            "household :: spi",
            "ticket",
            "appointment"
        })
@NullMarked
package cn.huiyin.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
