/** What there is to do here each day, and how it went each week and each month (M4; S3 3.3). */
@ApplicationModule(
        displayName = "Digest",
        allowedDependencies = {
            "problem",
            "background",
            "calendar",
            "community",
            "classification",
            "identity",
            "messaging",
            "messaging :: spi"
        })
@NullMarked
package cn.huiyin.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
