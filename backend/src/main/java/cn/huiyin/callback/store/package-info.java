/** Remembers what residents said of each answer. */
@NullMarked
package cn.huiyin.callback.store;

import org.jspecify.annotations.NullMarked;
