/** What a channel must be, and what a message can be about. */
@NamedInterface("spi")
@NullMarked
package cn.huiyin.messaging.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
