/** What people mean by what they say. Pure. */
@NullMarked
package cn.huiyin.conversation.domain;

import org.jspecify.annotations.NullMarked;
