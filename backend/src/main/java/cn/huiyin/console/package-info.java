/** What the staff's web console needs. */
@ApplicationModule(
        displayName = "Console",
        allowedDependencies = {"problem", "idempotency", "identity", "community", "classification"})
@NullMarked
package cn.huiyin.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
