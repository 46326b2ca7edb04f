/** Counts, by the doors that others keep open for whoever counts, and remembers what was counted. */
@NullMarked
package cn.huiyin.digest.store;

import org.jspecify.annotations.NullMarked;
