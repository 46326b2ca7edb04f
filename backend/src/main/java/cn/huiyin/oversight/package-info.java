/** Whether visits were made as they were written down 监督: spot checks, rectification, looking back, and the figures of visits. */
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {
            "problem",
            "background",
            "calendar",
            "calendar :: spi",
            "community",
            "identity",
            "privacy",
            "privacy :: spi",
            "idempotency",
            "messaging",
            "messaging :: spi",
            "household"
        })
@NullMarked
package cn.huiyin.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
