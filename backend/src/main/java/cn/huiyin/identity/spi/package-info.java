/** What a way to log in must be; WeChat is the one there is. */
@NamedInterface("spi")
@NullMarked
package cn.huiyin.identity.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
