/** Oversight over HTTP. */
@NullMarked
package cn.huiyin.oversight.web;

import org.jspecify.annotations.NullMarked;
