package cn.huiyin.wechat.push;

/** An answer to a person, by their openid. */
record Owed(String to, String text) {}
