package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.usecase.ExpectedVersion;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The {@code If-Match} of a write (RFC 9110, section 13.1.1): nobody overwrites what somebody else has changed since. */
public final class IfMatch {

    public static final String HEADER = "If-Match";

    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e]{0,64}\"";
    private static final Pattern TAGS = Pattern.compile(TAG + "(?:\\s*,\\s*" + TAG + "){0,9}");
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9]\\d{0,17})\"");

    private IfMatch() {}

    /** For the replacement of a whole resource: 428 without one. */
    public static ExpectedVersion required(@Nullable String header) {
        if (header == null) {
            throw new Failure(
                    Failure.Kind.PRECONDITION_REQUIRED,
                    "if_match_required",
                    "This replaces the whole resource: send If-Match with the ETag of the answer you have changed");
        }
        return optional(header);
    }

    /** Weak tags match nothing. */
    public static ExpectedVersion optional(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return ExpectedVersion.ANY;
        }
        if (!TAGS.matcher(header.strip()).matches()) {
            throw Failure.invalid(HEADER, "must be the ETag of an answer, such as \"3\", or *");
        }
        return new ExpectedVersion(Arrays.stream(header.split(",", -1))
                .map(tag -> VERSION.matcher(tag.strip()))
                .filter(tag -> tag.matches())
                .map(tag -> Long.valueOf(tag.group(1)))
                .collect(Collectors.toUnmodifiableSet()));
    }
}
