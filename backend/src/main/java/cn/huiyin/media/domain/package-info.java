/** What may be kept and how it is washed; pure. */
@NullMarked
package cn.huiyin.media.domain;

import org.jspecify.annotations.NullMarked;
