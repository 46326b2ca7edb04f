/** Family specialists 家庭服务专员: a named person for each special household, its care plan and the monthly review. */
@ApplicationModule(
        displayName = "Care",
        allowedDependencies = {
            "problem",
            "background",
            "calendar",
            "community",
            "identity",
            "privacy",
            "privacy :: spi",
            "idempotency",
            "safety",
            "messaging",
            "messaging :: spi",
            "household"
        })
@NullMarked
package cn.huiyin.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
