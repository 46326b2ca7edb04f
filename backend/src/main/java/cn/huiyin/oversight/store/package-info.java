/** Draws, checks, notices and figures in the database; what was found is sealed. */
@NullMarked
package cn.huiyin.oversight.store;

import org.jspecify.annotations.NullMarked;
