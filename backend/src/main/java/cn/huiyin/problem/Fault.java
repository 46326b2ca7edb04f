package cn.huiyin.problem;

/**
 * One field of the input that cannot be taken.
 *
 * @param field the path as the client wrote it, such as {@code place.gridId}
 * @param detail why, in Chinese, fit to be shown to a resident
 */
public record Fault(String field, String detail) {}
