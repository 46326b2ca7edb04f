/** What nobody may read in passing: sealed fields, blind indexes, masks. */
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {"problem", "background"})
@NullMarked
package cn.huiyin.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
