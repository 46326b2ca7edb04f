/** The calls about messages, tasks, grants, and what could not be sent. */
@NullMarked
package cn.huiyin.messaging.web;

import org.jspecify.annotations.NullMarked;
