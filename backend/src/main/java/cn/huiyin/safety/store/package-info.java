/** Remembers what was promised to be checked, and what came of it. */
@NullMarked
package cn.huiyin.safety.store;

import org.jspecify.annotations.NullMarked;
