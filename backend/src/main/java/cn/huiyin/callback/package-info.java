/** Was it settled, are you satisfied. */
@ApplicationModule(
        displayName = "Callback",
        allowedDependencies = {"problem", "identity", "idempotency", "ticket"})
@NullMarked
package cn.huiyin.callback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
