package app.earlybird.kit.domain;

import java.util.Locale;

/** A constant of an enum that JSON and storage hold as its name in lower case. */
public interface Coded {

    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Fails with IllegalArgumentException when there is no such constant. */
    static <T extends Enum<T> & Coded> T of(Class<T> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }
}
