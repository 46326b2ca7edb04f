/** The gate, and the calls about oneself and about accounts. */
@NullMarked
package cn.huiyin.identity.web;

import org.jspecify.annotations.NullMarked;
