package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Memory;

/** What is answered, and what is remembered for the next message. */
public record Reply(String text, Memory memory) {}
