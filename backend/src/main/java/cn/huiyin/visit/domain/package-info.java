/** What is decided about consent, records and needs cards, without knowing who stores or shows it. */
@NullMarked
package cn.huiyin.visit.domain;

import org.jspecify.annotations.NullMarked;
