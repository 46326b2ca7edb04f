/** What an answer about some content comes to. Pure. */
@NullMarked
package cn.huiyin.safety.domain;

import org.jspecify.annotations.NullMarked;
