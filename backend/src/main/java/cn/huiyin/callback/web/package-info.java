/** Callbacks over HTTP. */
@NullMarked
package cn.huiyin.callback.web;

import org.jspecify.annotations.NullMarked;
