package cn.huiyin.wechat.push;

/**
 * What is said on the line, at once.
 *
 * @param text empty where there is nothing to say
 * @param at seconds since 1970
 */
record Told(String text, long at) {}
