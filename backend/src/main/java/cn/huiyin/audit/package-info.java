/** Who did what, in a hash chain that anybody can check. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"problem"})
@NullMarked
package cn.huiyin.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
