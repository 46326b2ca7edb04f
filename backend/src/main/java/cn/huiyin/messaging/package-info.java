/** Notices, the outbox that is also the timer, routing, templates, delivery. */
@ApplicationModule(
        displayName = "Messaging",
        allowedDependencies = {
            "problem",
            "community",
            "identity",
            "idempotency",
            "audit",
            "together",
            "background",
            "privacy",
            "privacy :: spi"
        })
@NullMarked
package cn.huiyin.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
