/** What WeChat pushes to us: opened, written down, handled once, answered in time. */
@NullMarked
package cn.huiyin.wechat.push;

import org.jspecify.annotations.NullMarked;
