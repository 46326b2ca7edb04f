/** Remembers consent, records and needs cards. */
@NullMarked
package cn.huiyin.visit.store;

import org.jspecify.annotations.NullMarked;
