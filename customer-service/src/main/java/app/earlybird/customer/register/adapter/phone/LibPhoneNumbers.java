package app.earlybird.customer.register.adapter.phone;

import app.earlybird.customer.register.application.PhoneNumbers;
import app.earlybird.kit.domain.Failure;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class LibPhoneNumbers implements PhoneNumbers {

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String home;

    LibPhoneNumbers(@ConfigProperty(name = "earlybird.phone-region", defaultValue = "IN") String home) {
        this.home = home;
    }

    @Override
    public String normalised(String field, String typed) {
        var number = typed.chars().allMatch(LibPhoneNumbers::isAscii) ? e164(typed) : null;
        if (number == null) {
            throw Failure.invalid(field, "must be a phone number such as +919876543210 or 098765 43210");
        }
        return number;
    }

    /** The library would read the digits of any script. */
    private static boolean isAscii(int character) {
        return character < 128;
    }

    @Override
    public @Nullable String e164(String typed) {
        try {
            var number = numbers.parse(typed, home);
            return numbers.isValidNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException notANumber) {
            return null;
        }
    }
}
