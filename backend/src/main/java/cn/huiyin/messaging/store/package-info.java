/** What is remembered about messages. */
@NullMarked
package cn.huiyin.messaging.store;

import org.jspecify.annotations.NullMarked;
