/** WeChat: telling people through it, hearing them by it, logging in by it. It knows the seams of others; nobody knows it. */
@ApplicationModule(
        displayName = "WeChat",
        allowedDependencies = {
            "problem",
            "idempotency",
            "privacy",
            "identity",
            "identity :: spi",
            "messaging",
            "messaging :: spi",
            "conversation",
            "safety",
            "safety :: spi",
            "privacy :: spi"
        })
@NullMarked
package cn.huiyin.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
