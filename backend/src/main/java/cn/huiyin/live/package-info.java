/** What moves, told at once to whoever watches 实时进展. */
@ApplicationModule(
        displayName = "Live",
        allowedDependencies = {"problem", "identity", "ticket"})
@NullMarked
package cn.huiyin.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
