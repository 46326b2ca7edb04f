/** What may happen to a ticket and what follows from it: the flow, the deadlines, the timeline. Pure. */
@NullMarked
package cn.huiyin.ticket.domain;

import org.jspecify.annotations.NullMarked;
