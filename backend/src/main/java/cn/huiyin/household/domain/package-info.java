/** What a household file is, how it changes, and who may see what of it; pure. */
@NullMarked
package cn.huiyin.household.domain;

import org.jspecify.annotations.NullMarked;
