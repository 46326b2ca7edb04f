/** What can be decided about people without asking anybody. */
@NullMarked
package cn.huiyin.identity.domain;

import org.jspecify.annotations.NullMarked;
