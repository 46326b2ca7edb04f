/** What a module that keeps personal data must be able to do with it. */
@NamedInterface("spi")
@NullMarked
package cn.huiyin.privacy.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
