/** What the bot does: one class for each thing people may want. */
@NullMarked
package cn.huiyin.conversation.answering;

import org.jspecify.annotations.NullMarked;
