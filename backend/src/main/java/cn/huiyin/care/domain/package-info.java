/** What may be done in a care, and what follows from it. */
@NullMarked
package cn.huiyin.care.domain;

import org.jspecify.annotations.NullMarked;
