/** What a matter is: two-level categories with their guides, and the suggestion read from a resident's words. */
@ApplicationModule(
        displayName = "Classification",
        allowedDependencies = {"problem", "snapshot"})
@NullMarked
package cn.huiyin.classification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
