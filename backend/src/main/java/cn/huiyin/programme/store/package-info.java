/** Programmes in the database. */
@NullMarked
package cn.huiyin.programme.store;

import org.jspecify.annotations.NullMarked;
