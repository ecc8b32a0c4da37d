package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.Customer.Contact;

/** One way to write a phone number. */
public interface PhoneNumbers {

    /** E.164, read as a number of the home country when it names none; refuses what is no number. */
    String normalised(String field, String typed);

    default Contact normalised(Contact typed) {
        return new Contact(typed.name(), normalised("phone", typed.phone()));
    }
}
