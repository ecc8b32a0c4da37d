package app.earlybird.kit.mongo;

import app.earlybird.kit.domain.Money;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prices by product, as storage and events hold them: whole paise. */
public final class MoneyByKey {

    private MoneyByKey() {}

    public static Map<String, Long> paise(Map<String, Money> amounts) {
        return mapped(amounts, Money::paise);
    }

    /** None where there is nothing. */
    public static Map<String, Money> of(@Nullable Map<String, Long> paise) {
        return mapped(Objects.requireNonNullElse(paise, Map.of()), Money::new);
    }

    private static <A, B> Map<String, B> mapped(Map<String, A> amounts, Function<A, B> mapping) {
        return amounts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, amount -> mapping.apply(amount.getValue())));
    }
}
