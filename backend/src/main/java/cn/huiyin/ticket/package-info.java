/** Feedback, from filing to archive. */
@ApplicationModule(
        displayName = "Ticket",
        allowedDependencies = {
            "problem",
            "calendar",
            "calendar :: spi",
            "identity",
            "community",
            "classification",
            "audit",
            "idempotency",
            "media",
            "safety",
            "snapshot",
            "together",
            "messaging",
            "messaging :: spi",
            "privacy",
            "privacy :: spi"
        })
@NullMarked
package cn.huiyin.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
