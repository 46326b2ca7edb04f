/** Photos and voice: taken in, washed of where they were made, kept, shown to whom they are meant for. */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"problem", "identity", "idempotency", "privacy", "privacy :: spi"})
@NullMarked
package cn.huiyin.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
