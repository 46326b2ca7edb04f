/** What may be done in a check or a rectification, and what follows from it. */
@NullMarked
package cn.huiyin.oversight.domain;

import org.jspecify.annotations.NullMarked;
