/** The journeys of people over HTTP, on the whole service with a stand-in for WeChat. */
@NullMarked
package cn.huiyin.journey;

import org.jspecify.annotations.NullMarked;
