/** Household files over HTTP. */
@NullMarked
package cn.huiyin.household.web;

import org.jspecify.annotations.NullMarked;
