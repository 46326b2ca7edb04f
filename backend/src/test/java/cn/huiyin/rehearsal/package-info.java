/** What stands in for the world while we try the product: servers, people, WeChat, and a clock that can be moved. */
@NullMarked
package cn.huiyin.rehearsal;

import org.jspecify.annotations.NullMarked;
