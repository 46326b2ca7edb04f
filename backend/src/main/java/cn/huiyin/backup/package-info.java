/** Whether backups are still made: {@code infra/backup} leaves word of each, and whoever runs the house hears when none comes. */
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {"background"})
@NullMarked
package cn.huiyin.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
