/** Booking over HTTP. */
@NullMarked
package cn.huiyin.appointment.web;

import org.jspecify.annotations.NullMarked;
