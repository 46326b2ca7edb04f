/** What people write and photograph for others passes a content check first; what is doubted is shown to few until a human looked. */
@ApplicationModule(
        displayName = "Safety",
        allowedDependencies = {
            "problem",
            "background",
            "community",
            "identity",
            "idempotency",
            "media",
            "messaging",
            "messaging :: spi",
            "privacy",
            "privacy :: spi"
        })
@NullMarked
package cn.huiyin.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
