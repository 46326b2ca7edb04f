/** What is said, to whom, and what follows from each answer: pure. */
@NullMarked
package cn.huiyin.messaging.domain;

import org.jspecify.annotations.NullMarked;
