package app.earlybird.auth.session.adapter.rest;

import io.vertx.core.http.HttpServerRequest;

/** Where a request comes from, as the gateway saw it; what a client writes into a header counts for nothing. */
final class ClientAddress {

    private ClientAddress() {}

    static String of(HttpServerRequest request) {
        var address = request.remoteAddress();
        if (address == null) {
            return "";
        }
        return address.hostAddress() == null ? address.host() : address.hostAddress();
    }
}
