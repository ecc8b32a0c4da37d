package app.earlybird.delivery.confirmation.adapter.remote;

import app.earlybird.delivery.confirmation.application.OrderDirectory.KnownOrder;
import app.earlybird.delivery.confirmation.domain.OrderPlan;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

@RegisterRestClient(configKey = "order-service")
@Path("/internal/orders/{id}")
interface OrderApi {

    record Line(
            String productId,
            String productName,
            String unit,
            @Nullable BigDecimal unitStep,
            BigDecimal quantity) {

        OrderPlan.Line toLine() {
            return new OrderPlan.Line(productId, productName, unit, unitStep, quantity);
        }
    }

    record Answer(
            String orderId,
            String customerId,
            LocalDate deliveryDate,
            String shift,
            List<Line> lines,
            @Nullable String deliveryBoyId,
            String status,
            @Nullable Instant placedAt,
            long sequence) {

        KnownOrder toKnownOrder() {
            var ordered = lines.stream().map(Line::toLine).toList();
            var plan = new OrderPlan(orderId, customerId, deliveryDate, shift, deliveryBoyId, placedAt, ordered);
            return new KnownOrder(plan, "cancelled".equals(status), sequence);
        }
    }

    @GET
    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 10, delay = 5000, skipOn = WebApplicationException.class)
    Uni<Answer> find(@PathParam("id") String id, @HeaderParam("Authorization") String bearer);
}
