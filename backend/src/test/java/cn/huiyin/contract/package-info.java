/** Holds the running service to the document that mini-program developers read, and the document to the service. */
@NullMarked
package cn.huiyin.contract;

import org.jspecify.annotations.NullMarked;
