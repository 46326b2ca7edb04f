/** Remembers services, slots and appointments. */
@NullMarked
package cn.huiyin.appointment.store;

import org.jspecify.annotations.NullMarked;
