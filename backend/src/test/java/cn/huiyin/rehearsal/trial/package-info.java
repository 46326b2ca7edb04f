/** Trials of the running program from outside: its speed and what survives when parts of it die. */
@NullMarked
package cn.huiyin.rehearsal.trial;

import org.jspecify.annotations.NullMarked;
