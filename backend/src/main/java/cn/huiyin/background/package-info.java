/** Work that comes back by itself, round after round, until the program stops. */
@ApplicationModule(
        displayName = "Background",
        allowedDependencies = {})
@NullMarked
package cn.huiyin.background;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
