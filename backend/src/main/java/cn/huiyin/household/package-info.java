/** Homes, the people in them, and the household file 一户一档: what is known, since when, and who looked. */
@ApplicationModule(
        displayName = "Household",
        allowedDependencies = {
            "problem",
            "snapshot",
            "community",
            "identity",
            "privacy",
            "privacy :: spi",
            "audit",
            "idempotency",
            "background"
        })
@NullMarked
package cn.huiyin.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
