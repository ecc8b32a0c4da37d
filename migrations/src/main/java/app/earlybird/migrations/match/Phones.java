package app.earlybird.migrations.match;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jspecify.annotations.Nullable;

/** Phones as people wrote them, made comparable. */
public final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String REGION = "IN";
    private static final int SHOWN = 4;

    private Phones() {}

    /** E.164, or null when there is none or it cannot be one. */
    public static @Nullable String normalised(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            var number = NUMBERS.parse(written, REGION);
            return NUMBERS.isValidNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException notAPhone) {
            return null;
        }
    }

    /** The last digits only: a report goes to more people than the phone. */
    static String masked(String phone) {
        return "..." + phone.substring(Math.max(0, phone.length() - SHOWN));
    }
}
