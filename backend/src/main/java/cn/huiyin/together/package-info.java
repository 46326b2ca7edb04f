/** Many small questions put to the database as one. */
@ApplicationModule(
        displayName = "Together",
        allowedDependencies = {})
@NullMarked
package cn.huiyin.together;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
