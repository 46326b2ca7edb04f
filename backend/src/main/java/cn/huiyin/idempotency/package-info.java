/** A write that is asked for twice, or whose asker has left, happens once and wholly. */
@ApplicationModule(
        displayName = "Idempotency",
        allowedDependencies = {"problem", "privacy", "privacy :: spi"})
@NullMarked
package cn.huiyin.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
