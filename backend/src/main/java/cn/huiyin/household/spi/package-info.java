/** What others tell the household file. */
@NamedInterface("spi")
@NullMarked
package cn.huiyin.household.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
