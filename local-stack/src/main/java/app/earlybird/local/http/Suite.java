package app.earlybird.local.http;

import app.earlybird.local.http.Api.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people do with the suite, in their words; each fails when it does not work. */
public final class Suite {

    public static final String DEFAULT_PASSWORD = "earlybird2025";

    private static final String FIRST_PASSWORD = "a-bicycle-bell-at-five";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String KEY = "Idempotency-Key";

    private final Api gateway;
    /** Of every order placed here: tomorrow, or today once midnight has passed. Asked again, an order is still the same. */
    private final LocalDate due = today().plusDays(1);

    public Suite(String gatewayUrl) {
        this.gateway = Api.at(gatewayUrl);
    }

    public Api gateway() {
        return gateway;
    }

    /** Today where the milk is delivered. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Kolkata"));
    }

    public Answer tryLogIn(String email, String password) {
        return gateway.post("/api/auth/login", Map.of("email", email, "password", password));
    }

    /** With a password of one's own. */
    public Api logIn(String email, String password) {
        return gateway.as(tryLogIn(email, password).mustBe(200).text("access_token"));
    }

    /** Logs in for the first time: the given password must be changed before the session is good for anything. */
    public Api firstLogIn(String email, String given, String own) {
        var first = tryLogIn(email, given).mustBe(200);
        var changed = gateway.as(first.text("access_token"))
                .post("/api/auth/change-password", Map.of("current_password", given, "new_password", own))
                .mustBe(200);
        return gateway.as(changed.text("access_token"));
    }

    /** Whoever has logged in here before has the second password, otherwise the first. */
    public Api logInAsAdmin(String email, String first, String own) {
        var again = tryLogIn(email, own);
        if (again.status() == 200) {
            return gateway.as(again.text("access_token"));
        }
        if (tryLogIn(email, first).status() == 401) {
            throw new IllegalStateException("the admin has a password this stack did not make: set"
                    + " EARLYBIRD_ADMIN_PASSWORD to it, or begin anew with ./earlybird down && rm -r .earlybird");
        }
        return firstLogIn(email, first, own);
    }

    /** A delivery boy with his id and his own session. */
    public record DeliveryBoy(String id, String email, String password, Api session) {}

    public DeliveryBoy hireDeliveryBoy(Api admin, String name) {
        var email = "boy-" + UUID.randomUUID() + "@earlybird.example";
        var body = Map.of("email", email, "name", name, "role", "delivery_boy", "password", FIRST_PASSWORD);
        var user = admin.post("/api/admin/users/create", body).mustBe(201);
        var own = "two-crates-before-dawn";
        return new DeliveryBoy(user.text("id"), email, own, firstLogIn(email, FIRST_PASSWORD, own));
    }

    public Answer createCustomer(Api admin, String name, String deliveryBoyId) {
        return tryCreateCustomer(admin, name, deliveryBoyId, UUID.randomUUID().toString())
                .mustBe(201);
    }

    /** @param key the same one again makes no second customer */
    public Answer tryCreateCustomer(Api admin, String name, String deliveryBoyId, String key) {
        var body = Map.of(
                "name", name,
                "phone", "98765 43210",
                "address", "12 MG Road",
                "area", "Indiranagar",
                "delivery_boy_id", deliveryBoyId);
        return admin.post("/api/phase0-v2/customers", body, Map.of(KEY, key));
    }

    /** A customer with a password of her own. */
    public Api newCustomer(Api admin, String deliveryBoyId) {
        var id = createCustomer(admin, "Asha Rao", deliveryBoyId).text("id");
        Poll.until("login_state ready", PATIENCE, () -> loginState(admin, id).equals("ready"));
        return firstLogIn(emailOf(id), DEFAULT_PASSWORD, "chai-at-six-every-day");
    }

    public String loginState(Api admin, String customerId) {
        return admin.get("/api/phase0-v2/customers/" + customerId).mustBe(200).text("login_state");
    }

    public static String emailOf(String customerId) {
        return "customer-" + customerId + "@earlybird.local";
    }

    public Answer createProduct(Api admin, String name, String price) {
        var body = Map.of(
                "name", name, "unit", "Liter", "unit_step", new BigDecimal("0.5"), "price", new BigDecimal(price));
        return admin.post("/api/products", body).mustBe(201);
    }

    public Answer placeOrder(Api customer, String productId, String quantity) {
        return tryPlaceOrder(customer, productId, quantity, UUID.randomUUID().toString())
                .mustBe(201);
    }

    /** @param key the same one again makes no second order */
    public Answer tryPlaceOrder(Api customer, String productId, String quantity, String key) {
        var item = Map.of("product_id", productId, "quantity", new BigDecimal(quantity));
        var body = Map.of("items", List.of(item), "delivery_date", due.toString());
        return customer.post("/api/orders", body, Map.of(KEY, key));
    }

    public Answer tryConfirm(Api boy, String orderId, String customerId) {
        return tryConfirm(boy, orderId, customerId, today());
    }

    public Answer tryConfirm(Api boy, String orderId, String customerId, LocalDate date) {
        var body = Map.of(
                "order_id",
                orderId,
                "customer_id",
                customerId,
                "delivery_date",
                date.toString(),
                "status",
                "delivered");
        return boy.post("/api/delivery-boy/mark-delivered", body);
    }

    public String orderStatus(Api customer, String orderId) {
        return customer.get("/api/orders/" + orderId).mustBe(200).text("status");
    }
}
