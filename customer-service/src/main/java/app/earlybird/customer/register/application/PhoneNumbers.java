package app.earlybird.customer.register.application;

import org.jspecify.annotations.Nullable;

/** One way to write a phone number. */
public interface PhoneNumbers {

    /** E.164, read as a number of the home country when it names none; refuses what is no number. */
    String normalised(String field, String typed);

    /** E.164; null when it is no number, as the monolith may have left it. */
    @Nullable String e164(String typed);
}
