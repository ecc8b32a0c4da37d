package app.earlybird.customer.register.application;

/** One way to write a phone number. */
public interface PhoneNumbers {

    /** E.164, read as a number of the home country when it names none; refuses what is no number. */
    String normalised(String field, String typed);
}
