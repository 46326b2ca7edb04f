/** What the official account answers to what people write, say and tap. */
@ApplicationModule(
        displayName = "Conversation",
        allowedDependencies = {
            "problem",
            "identity",
            "community",
            "classification",
            "idempotency",
            "messaging",
            "messaging :: spi",
            "ticket",
            "callback",
            "appointment",
            "privacy :: spi",
            "privacy"
        })
@NullMarked
package cn.huiyin.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
