package app.earlybird.customer.register.adapter.phone;

import app.earlybird.customer.register.application.PhoneNumbers;
import app.earlybird.kit.domain.Failure;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class LibPhoneNumbers implements PhoneNumbers {

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String home;

    LibPhoneNumbers(@ConfigProperty(name = "earlybird.phone-region", defaultValue = "IN") String home) {
        this.home = home;
    }

    @Override
    public String normalised(String field, String typed) {
        try {
            var number = numbers.parse(typed, home);
            if (numbers.isValidNumber(number)) {
                return numbers.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException unreadable) {
            throw notANumber(field);
        }
        throw notANumber(field);
    }

    private static Failure notANumber(String field) {
        return Failure.invalid(field, "is not a phone number");
    }
}
