/** Remembers services, slots and appointments. */
@NullMarked
package cn.huiyin.visit.store;

import org.jspecify.annotations.NullMarked;
