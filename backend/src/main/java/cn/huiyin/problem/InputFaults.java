package cn.huiyin.problem;

import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** Names the fields and parameters that cannot be taken. */
final class InputFaults {

    private static final Refusal BODY_MISSING = Refusal.of(400, "BODY_MISSING", "请求没有内容");
    private static final Refusal UNREADABLE = Refusal.of(400, "UNREADABLE", "请求的内容无法读取");

    private InputFaults() {}

    /** Null where the failure is not about input. */
    static @Nullable Refusal explain(ResponseStatusException failure) {
        if (failure instanceof WebExchangeBindException bind) {
            return Refusal.invalid(ofBean(bind.getBindingResult()).toList());
        }
        if (failure instanceof HandlerMethodValidationException method
                && method.getStatusCode().is4xxClientError()) {
            return Refusal.invalid(method.getParameterValidationResults().stream()
                    .flatMap(InputFaults::ofParameter)
                    .toList());
        }
        return failure instanceof ServerWebInputException input ? explainInput(input) : null;
    }

    private static Refusal explainInput(ServerWebInputException failure) {
        if (failure instanceof MissingRequestValueException missing) {
            return Refusal.invalid(new Fault(missing.getName(), "缺少 " + missing.getName()));
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof TypeMismatchException mismatch) {
                return Refusal.invalid(ofMismatch(failure.getMethodParameter(), mismatch));
            }
            if (cause instanceof JacksonException json) {
                return JsonFaults.explain(json);
            }
        }
        return "No request body".equals(failure.getReason()) ? BODY_MISSING : UNREADABLE;
    }

    private static Fault ofMismatch(@Nullable MethodParameter parameter, TypeMismatchException mismatch) {
        String name = parameter == null ? String.valueOf(mismatch.getPropertyName()) : ParameterNames.of(parameter);
        return new Fault(name, name + " " + Expected.of(kind(parameter, mismatch)));
    }

    /** Of several words it is one of them that cannot be taken. */
    private static @Nullable Class<?> kind(@Nullable MethodParameter parameter, TypeMismatchException mismatch) {
        Class<?> asked = mismatch.getRequiredType();
        if (parameter == null || asked == null || !Collection.class.isAssignableFrom(asked)) {
            return asked;
        }
        Class<?> one =
                ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve();
        return one == null || !one.isEnum() ? asked : one;
    }

    private static Stream<Fault> ofParameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return ofBean(errors);
        }
        String name = ParameterNames.of(result.getMethodParameter());
        return result.getResolvableErrors().stream().map(error -> new Fault(name, sentence(name, error)));
    }

    private static Stream<Fault> ofBean(Errors errors) {
        return Stream.concat(
                errors.getFieldErrors().stream().map(InputFaults::ofField),
                errors.getGlobalErrors().stream().map(error -> new Fault("", said(error))));
    }

    private static Fault ofField(FieldError error) {
        String sentence = error.isBindingFailure() ? error.getField() + " 格式不对" : sentence(error.getField(), error);
        return new Fault(error.getField(), sentence);
    }

    /** A constraint's own sentence, if it is one; the short ones of the standard need to be told what they are about. */
    private static String sentence(String field, MessageSourceResolvable error) {
        String said = said(error);
        return said.startsWith("请") ? said : field + " " + said;
    }

    private static String said(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "填写有误" : message;
    }
}
