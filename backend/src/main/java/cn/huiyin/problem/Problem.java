package cn.huiyin.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/**
 * The body of every failed answer, {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code urn:huiyin:problem:} and the code
 * @param title the status in two or three words, in Chinese
 * @param detail one sentence in Chinese for the person who asked
 * @param code a stable word for programs
 * @param traceId by which the operator finds it in the logs
 * @param errors the fields that cannot be taken; left out where there are none
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String traceId,
        @JsonInclude(Include.NON_EMPTY) List<Fault> errors) {

    static Problem of(Refusal refusal, TraceId traceId) {
        return new Problem(
                "urn:huiyin:problem:" + refusal.code(),
                title(refusal.status()),
                refusal.status(),
                refusal.detail(),
                refusal.code(),
                traceId.value(),
                refusal.faults());
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "请求有误";
            case 401 -> "请重新登录";
            case 403 -> "没有权限";
            case 404 -> "没有找到";
            case 405 -> "不支持这种操作";
            case 406 -> "不支持这种回答格式";
            case 408 -> "等待太久";
            case 409 -> "有冲突";
            case 412 -> "内容已被他人更新";
            case 413 -> "内容太大";
            case 415 -> "不支持这种内容格式";
            case 422 -> "填写有误";
            case 428 -> "缺少版本";
            case 429 -> "操作太频繁";
            case 503 -> "服务暂时不可用";
            default -> status < 500 ? "请求未被接受" : "服务出错";
        };
    }
}
