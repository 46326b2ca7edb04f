/** Where files and their rows are kept. */
@NullMarked
package cn.huiyin.media.store;

import org.jspecify.annotations.NullMarked;
