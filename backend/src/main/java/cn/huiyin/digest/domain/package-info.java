/** Which digest is due when, and what it says: pure. */
@NullMarked
package cn.huiyin.digest.domain;

import org.jspecify.annotations.NullMarked;
