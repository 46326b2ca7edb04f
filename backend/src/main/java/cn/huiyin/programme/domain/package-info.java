/** What a programme decides: who is due, whom a campaign is for, who comes along, in which order. */
@NullMarked
package cn.huiyin.programme.domain;

import org.jspecify.annotations.NullMarked;
