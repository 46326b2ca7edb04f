/** Remembers homes and their files, sealed. */
@NullMarked
package cn.huiyin.household.store;

import org.jspecify.annotations.NullMarked;
