package cn.huiyin;

import java.beans.PropertyEditorSupport;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * A word in an address that is one of a few. A word that is there and is none of them is refused, also one of nothing but
 * blanks or a zero byte: the framework takes such a word for none at all, which a list would read as "all".
 */
@ControllerAdvice
@SuppressWarnings("rawtypes")
final class EnumParameter implements ConverterFactory<String, Enum> {

    /** One of several, and what is read without the framework's leniency. */
    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> kind) {
        return word -> named(kind, word);
    }

    private static <T extends Enum> T named(Class<T> kind, String word) {
        for (T constant : kind.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such word");
    }

    /** A single one: where a converter refuses a blank word, the binder would still make null of it; an editor comes first. */
    @InitBinder
    void words(WebDataBinder binder) {
        binder.registerCustomEditor(Enum.class, new NotBlank());
    }

    /** Lets a word through to the binder, which knows what kind it is to be. */
    private static final class NotBlank extends PropertyEditorSupport {
        @Override
        public void setAsText(String word) {
            if (word.trim().isEmpty()) {
                throw new IllegalArgumentException("no word");
            }
            setValue(word);
        }
    }
}
