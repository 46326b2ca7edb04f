/** A stand-in for WeChat's servers: it answers as api.weixin.qq.com would, refuses as it would, and remembers all. */
@NullMarked
package cn.huiyin.rehearsal.wechat;

import org.jspecify.annotations.NullMarked;
