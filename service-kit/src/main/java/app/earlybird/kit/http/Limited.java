package app.earlybird.kit.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** So many calls a minute and caller as {@code earlybird.limits.<name>} says; more are answered with 429. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limited {

    String ORDERS = "orders";
    String CREATES = "creates";

    /** The name of the limit. */
    String value();
}
