/** Uploads and downloads over HTTP. */
@NullMarked
package cn.huiyin.media.web;

import org.jspecify.annotations.NullMarked;
