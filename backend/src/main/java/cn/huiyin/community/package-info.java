/** Street, community, grid, building; units and what each answers for. */
@ApplicationModule(
        displayName = "Community",
        allowedDependencies = {"problem", "snapshot"})
@NullMarked
package cn.huiyin.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
