package app.earlybird.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;

/** A connection that can be made to swallow everything: bytes are taken and go nowhere, and nothing is closed. */
final class FaultyLink implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FaultyLink.class.getName());

    private final ServerSocket server;
    private final int target;
    private volatile boolean blackHole;
    private volatile String trigger = "";

    /** @param target port on loopback */
    FaultyLink(int target) {
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What was swallowed never arrives, also when the link is whole again. */
    void swallow(boolean everything) {
        blackHole = everything;
    }

    /** From the first bytes on that contain this text, these included. */
    void swallowFrom(String text) {
        trigger = text;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            acceptOne();
        }
    }

    private void acceptOne() {
        try {
            var client = server.accept();
            var origin = new Socket(InetAddress.getLoopbackAddress(), target);
            Thread.ofVirtual().start(() -> pass(client, origin));
            Thread.ofVirtual().start(() -> pass(origin, client));
        } catch (IOException closed) {
            LOG.fine(closed.toString());
        }
    }

    private void pass(Socket from, Socket to) {
        var buffer = new byte[8192];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                blackHole |= isTriggeredBy(buffer, read);
                if (!blackHole) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException oneSideIsGone) {
            LOG.fine(oneSideIsGone.toString());
        }
    }

    private boolean isTriggeredBy(byte[] buffer, int length) {
        var wanted = trigger;
        return !wanted.isEmpty() && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(wanted);
    }
}
