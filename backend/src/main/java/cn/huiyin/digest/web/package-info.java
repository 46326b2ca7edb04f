/** Digests over HTTP. */
@NullMarked
package cn.huiyin.digest.web;

import org.jspecify.annotations.NullMarked;
