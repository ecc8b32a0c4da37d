package app.earlybird.migrations.legacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** One hundred customers of the monolith and the users about them, with everything that can be wrong between them. */
final class LegacyPeople {

    static final int BLOCK = 100;
    /** Of {@link LegacyData#PASSWORD}, as older versions kept it. */
    private static final String PASSWORD_SHA256 = sha256(LegacyData.PASSWORD);

    final List<Document> users = new ArrayList<>();
    final List<Document> customers = new ArrayList<>();

    private final int block;
    private final Random random;

    LegacyPeople(int block, long seed) {
        this.block = block;
        this.random = new Random(seed * 31 + block);
        for (int i = 0; i < BLOCK; i++) {
            person(i);
        }
        for (int boy = 0; boy < 4; boy++) {
            users.add(user("db-%d-%d".formatted(block, boy), "delivery_boy", staffPhone(boy)));
        }
        users.add(user("unused-" + block, "supplier", null).append("name", "Has no id"));
        users.getLast().remove("id");
    }

    static String customerId(int block, int i) {
        return i % 3 == 0 ? "cust-%d-%d".formatted(block, i) : "cst_%08d-0000-4000-8000-%012d".formatted(block, i);
    }

    static String userId(int block, int i) {
        return i >= 30 && i < 45 ? customerId(block, i) : "usr_%08d-0000-4000-8000-%012d".formatted(block, i);
    }

    /** Who a customer's login is, once everything is known; null where that cannot be known. */
    static @Nullable String userOf(int block, int i) {
        return i < 70 || i == 85 ? userId(block, i) : null;
    }

    private void person(int i) {
        var customer = customer(i);
        customers.add(customer);
        if (i < 30) {
            users.add(user(userId(block, i), "customer", otherStyle(i)));
        } else if (i < 45) {
            users.add(user(userId(block, i), "customer", phone(block * 1000 + i, 3)));
        } else if (i < 60) {
            var pattern = "customer-" + customer.getString("id") + "@earlybird.local";
            users.add(user(userId(block, i), "customer", null).append("email", pattern));
            if (i % 2 == 0) {
                customer.append("user_id", null);
                users.getLast().append("customer_v2_id", null);
            }
        } else if (i < 70) {
            link(customer, i);
        } else {
            malformed(customer, i);
        }
    }

    private void link(Document customer, int i) {
        var user = user(userId(block, i), "customer", otherStyle(i));
        users.add(user.append("customer_v2_id", customer.getString("id")));
        customer.append("user_id", userId(block, i));
    }

    private void malformed(Document customer, int i) {
        switch (i) {
            case 70, 71, 72, 73 -> shareAPhone(customer, i);
            case 74 -> customer.remove("phone");
            case 75 -> customer.append("phone", "");
            case 76 -> users.add(user(userId(block, i), "customer", null));
            case 77, 78 -> customer.append("phone", staffPhone(i - 77));
            case 79, 80 -> customer.append("user_id", "gone-%d-%d".formatted(block, i));
            case 81, 82 -> {
                users.add(user(userId(block, i), "customer", otherPhone(i)));
                customer.append("user_id", userId(block, i));
            }
            case 83, 84 ->
                users.add(user(userId(block, i), "customer", otherPhone(i))
                        .append("customer_v2_id", customer.getString("id")));
            case 85 -> {
                users.add(user(userId(block, i), "customer", otherStyle(i)));
                customer.append("user_id", userId(block, i));
            }
            default -> moreMalformed(customer, i);
        }
        if (i == 76) {
            customer.append("phone", null);
        }
    }

    private void moreMalformed(Document customer, int i) {
        switch (i) {
            case 86, 87 -> {
                var email = "Twice%d.%d@Example.com".formatted(block, i);
                users.add(user(userId(block, i), "customer", null).append("email", email));
                users.add(user("other-" + userId(block, i), "customer", null)
                        .append("email", email.toLowerCase(Locale.ROOT)));
            }
            case 88 -> {
                users.add(user(userId(block, i), "customer", null).append("customer_v2_id", "gone-c-" + block));
                customer.append("user_id", userId(block, i));
            }
            case 89 -> users.add(user(userId(block, i), "customer", null).append("customer_v2_id", "gone-d-" + block));
            case 90, 91 -> {
                users.add(user(userId(block, i), "customer", otherStyle(i)));
                users.add(user("second-" + userId(block, i), "customer", otherStyle(i)));
            }
            case 92 -> {
                users.add(user(userId(block, i), "customer", otherStyle(i)));
                users.add(user("made-up-" + userId(block, i), "customer", null)
                        .append("email", "customer-" + customer.getString("id") + "@earlybird.local"));
            }
            default -> customer.append("notes", "nobody's login is known");
        }
    }

    private void shareAPhone(Document customer, int i) {
        var first = i % 2 == 0 ? i : i - 1;
        customer.append("phone", phone(block * 1000 + first, i % 2));
        if (i % 2 == 0) {
            users.add(user(userId(block, i), "customer", otherStyle(i)));
        }
    }

    private Document customer(int i) {
        return new Document("_id", objectId(1, i))
                .append("id", customerId(block, i))
                .append("name", "Customer " + i + " of " + block)
                .append("phone", phone(block * 1000 + i, random.nextInt(4)))
                .append("address", i + " Station Road")
                .append("area", "Area " + block % 7)
                .append("status", i % 9 == 0 ? "trial" : "active")
                .append("delivery_boy_id", "db-%d-%d".formatted(block, i % 4));
    }

    private Document user(String id, String role, @Nullable String phone) {
        return new Document("_id", objectId(2, users.size()))
                .append("id", id)
                .append("email", "%s-%d@customer.earlybird.com".formatted(id, users.size()))
                .append("phone", phone)
                .append("name", "User " + id)
                .append("role", role)
                .append("password", PASSWORD_SHA256)
                .append("is_active", true)
                .append("created_at", "2025-11-%02dT10:00:00".formatted(users.size() % 28 + 1));
    }

    private ObjectId objectId(int kind, int number) {
        return new ObjectId("%08x%08x%08x".formatted(kind, block, number));
    }

    private String otherStyle(int i) {
        return phone(block * 1000 + i, (i + 1) % 4);
    }

    private String otherPhone(int i) {
        return phone(block * 1000 + 500 + i, 0);
    }

    private String staffPhone(int boy) {
        return phone(block * 1000 + 900 + boy, boy % 4);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** As people wrote them: ten digits, with a zero, with the country, with spaces and dashes. */
    private static String phone(int number, int style) {
        var digits = "9%09d".formatted(number);
        return switch (style) {
            case 0 -> digits;
            case 1 -> "0" + digits;
            case 2 -> "+91 " + digits.substring(0, 5) + " " + digits.substring(5);
            default -> Map.of(0, "+91", 1, "91").get(number % 2) + digits;
        };
    }
}
