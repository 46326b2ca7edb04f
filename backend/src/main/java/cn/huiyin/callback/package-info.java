/** Was it settled, are you satisfied. */
@ApplicationModule(
        displayName = "Callback",
        allowedDependencies = {"problem", "identity", "idempotency", "ticket", "privacy", "privacy :: spi"})
@NullMarked
package cn.huiyin.callback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
