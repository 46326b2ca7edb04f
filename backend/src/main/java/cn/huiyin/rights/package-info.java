/** What people may ask about themselves: to be told all that is held on them, and to be forgotten. */
@ApplicationModule(
        displayName = "Rights",
        allowedDependencies = {"problem", "background", "identity", "privacy", "privacy :: spi", "audit", "idempotency"
        })
@NullMarked
package cn.huiyin.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
