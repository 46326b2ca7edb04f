/** Cares in the database; plans and reasons sealed. */
@NullMarked
package cn.huiyin.care.store;

import org.jspecify.annotations.NullMarked;
