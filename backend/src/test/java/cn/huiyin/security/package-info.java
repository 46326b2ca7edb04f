/** Habits that keep doors shut: what answers carry, what lies in the repository, what the product is made of. */
@NullMarked
package cn.huiyin.security;

import org.jspecify.annotations.NullMarked;
