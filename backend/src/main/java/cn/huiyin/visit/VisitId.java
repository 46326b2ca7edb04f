package cn.huiyin.visit;

import java.util.regex.Pattern;

/** The name of a visit's record, drawn on the phone that wrote it. */
public record VisitId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    /** Whether there can be a record of this name; nobody needs to look for others. */
    public boolean isWellFormed() {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
