/** What somebody who judges content must be. */
@NamedInterface("spi")
@NullMarked
package cn.huiyin.safety.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
