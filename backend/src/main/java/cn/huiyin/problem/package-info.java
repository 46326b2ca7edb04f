/** A refusal and how it is told (RFC 9457); knows nobody. */
@ApplicationModule(
        displayName = "Problem",
        allowedDependencies = {})
@NullMarked
package cn.huiyin.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
