/** Who may do what with somebody else's things: every call of the contract, tried by every role. */
@NullMarked
package cn.huiyin.access;

import org.jspecify.annotations.NullMarked;
