/** What waits for a human's eye, over HTTP. */
@NullMarked
package cn.huiyin.safety.web;

import org.jspecify.annotations.NullMarked;
