/** Cares over HTTP. */
@NullMarked
package cn.huiyin.care.web;

import org.jspecify.annotations.NullMarked;
