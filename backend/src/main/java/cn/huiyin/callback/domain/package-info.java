/** When an answer counts as settled. Pure. */
@NullMarked
package cn.huiyin.callback.domain;

import org.jspecify.annotations.NullMarked;
