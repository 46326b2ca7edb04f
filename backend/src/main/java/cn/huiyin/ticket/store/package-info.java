/** Remembers tickets, their timelines and their deadlines. */
@NullMarked
package cn.huiyin.ticket.store;

import org.jspecify.annotations.NullMarked;
