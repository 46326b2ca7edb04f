package cn.huiyin.snapshot;

/** A value and the version it was read at; versions only grow. */
public record Edition<T>(long version, T value) {}
