package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.CurrentAccount;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.security.Caller;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Every route of this service that needs a token needs its account to be as the token says. */
class CurrentAccountGate {

    private final CurrentIdentityAssociation identity;
    private final CurrentAccount currentAccount;
    private final Caller caller;

    CurrentAccountGate(CurrentIdentityAssociation identity, CurrentAccount currentAccount, Caller caller) {
        this.identity = identity;
        this.currentAccount = currentAccount;
        this.caller = caller;
    }

    @ServerRequestFilter
    public Uni<Void> check(ResourceInfo resource) {
        if (resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return Uni.createFrom().voidItem();
        }
        return identity.getDeferredIdentity()
                .flatMap(known -> known.isAnonymous() || known.hasRole(Roles.SERVICE)
                        ? Uni.createFrom().voidItem()
                        : currentAccount.check(
                                caller.actor().id(), caller.actor().role()));
    }
}
