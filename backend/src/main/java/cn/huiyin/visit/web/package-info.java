/** Consent, records and needs cards over HTTP. */
@NullMarked
package cn.huiyin.visit.web;

import org.jspecify.annotations.NullMarked;
