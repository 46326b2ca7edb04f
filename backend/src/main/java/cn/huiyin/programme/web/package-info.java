/** Programmes over HTTP. */
@NullMarked
package cn.huiyin.programme.web;

import org.jspecify.annotations.NullMarked;
