/** What lies in infra/, held to what the service really is. */
@NullMarked
package cn.huiyin.infra;

import org.jspecify.annotations.NullMarked;
