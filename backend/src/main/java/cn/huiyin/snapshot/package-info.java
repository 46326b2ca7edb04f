/** What is read at every step and changed seldom: kept in memory, looked at again when its version changes. */
@ApplicationModule(
        displayName = "Snapshot",
        allowedDependencies = {"problem"})
@NullMarked
package cn.huiyin.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
