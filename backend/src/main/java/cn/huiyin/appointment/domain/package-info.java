/** What is decided about appointments, without knowing who stores or shows it. */
@NullMarked
package cn.huiyin.appointment.domain;

import org.jspecify.annotations.NullMarked;
