/** What those must be who plan by the calendar. */
@NamedInterface("spi")
@NullMarked
package cn.huiyin.calendar.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
