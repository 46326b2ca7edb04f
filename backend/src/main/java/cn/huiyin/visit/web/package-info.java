/** Booking over HTTP. */
@NullMarked
package cn.huiyin.visit.web;

import org.jspecify.annotations.NullMarked;
