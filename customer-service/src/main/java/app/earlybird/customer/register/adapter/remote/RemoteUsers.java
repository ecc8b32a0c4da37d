package app.earlybird.customer.register.adapter.remote;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.application.Users;
import app.earlybird.customer.register.domain.CustomerRefused;
import app.earlybird.kit.client.Remote;
import app.earlybird.kit.client.ServiceTokens;
import app.earlybird.kit.domain.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RemoteUsers implements Users {

    private static final String SERVICE = "auth-service";
    private static final int PAGE = 50;

    private final UserApi users;
    private final ServiceTokens tokens;

    RemoteUsers(@RestClient UserApi users, ServiceTokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @Override
    public Uni<Void> mustBeLinkable(String userId, String customerId) {
        return tokens.bearerFor(SERVICE)
                .flatMap(bearer -> users.find(userId, bearer))
                .onFailure(Remote::isNotFound)
                .transform(missing -> CustomerRefused.userNotFound())
                .invoke(user -> {
                    if (!user.linkable() && !customerId.equals(user.customerV2Id())) {
                        throw CustomerRefused.userNotLinkable();
                    }
                })
                .plug(Remote.orUnavailable(SERVICE))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> mustBeDeliveryBoy(String userId) {
        return tokens.bearerFor(SERVICE)
                .flatMap(bearer -> users.find(userId, bearer))
                .onFailure(Remote::isNotFound)
                .transform(missing -> CustomerRefused.unknownDeliveryBoy())
                .invoke(user -> {
                    if (!Roles.DELIVERY_BOY.equals(user.role()) || !user.isActive()) {
                        throw CustomerRefused.unknownDeliveryBoy();
                    }
                })
                .plug(Remote.orUnavailable(SERVICE))
                .replaceWithVoid();
    }

    @Override
    public Uni<Page<LinkedUser>> listLinked(@Nullable String cursor) {
        return tokens.bearerFor(SERVICE)
                .flatMap(bearer -> users.listLinked(PAGE, cursor, bearer))
                .map(page -> new Page<>(links(page), page.nextCursor()))
                .plug(Remote.orUnavailable(SERVICE));
    }

    @Override
    public Uni<List<LinkedUser>> findByCustomers(Collection<String> customerIds) {
        return customerIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tokens.bearerFor(SERVICE)
                        .flatMap(bearer -> users.findByCustomers(List.copyOf(customerIds), bearer))
                        .map(RemoteUsers::links)
                        .plug(Remote.orUnavailable(SERVICE));
    }

    private static List<LinkedUser> links(UserApi.Users page) {
        return page.items().stream()
                .filter(user -> user.customerV2Id() != null)
                .map(user -> new LinkedUser(user.id(), Objects.requireNonNull(user.customerV2Id())))
                .toList();
    }
}
