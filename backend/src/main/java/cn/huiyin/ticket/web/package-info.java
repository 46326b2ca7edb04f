/** Tickets over HTTP. */
@NullMarked
package cn.huiyin.ticket.web;

import org.jspecify.annotations.NullMarked;
