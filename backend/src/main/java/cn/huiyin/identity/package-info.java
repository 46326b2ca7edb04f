/** Who calls: accounts, sessions, roles and their reach. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"problem", "community", "privacy", "privacy :: spi", "audit", "idempotency", "together"})
@NullMarked
package cn.huiyin.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
