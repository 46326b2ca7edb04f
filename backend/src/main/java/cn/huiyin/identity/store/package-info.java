/** Remembers accounts in PostgreSQL and sessions in Redis. */
@NullMarked
package cn.huiyin.identity.store;

import org.jspecify.annotations.NullMarked;
