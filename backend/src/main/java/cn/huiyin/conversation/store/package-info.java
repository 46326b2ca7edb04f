/** Remembers what was asked, what is not handed in yet, and what was answered. */
@NullMarked
package cn.huiyin.conversation.store;

import org.jspecify.annotations.NullMarked;
