/** The notices: imported each year, checked, kept, followed. */
@NullMarked
package cn.huiyin.calendar.notice;

import org.jspecify.annotations.NullMarked;
