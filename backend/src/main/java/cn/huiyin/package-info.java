/** Huiyin: the reactive backend of a mini-program for residential communities. */
@NullMarked
package cn.huiyin;

import org.jspecify.annotations.NullMarked;
