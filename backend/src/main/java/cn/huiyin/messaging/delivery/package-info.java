/** The way of a message from its claim to its end. */
@NullMarked
package cn.huiyin.messaging.delivery;

import org.jspecify.annotations.NullMarked;
