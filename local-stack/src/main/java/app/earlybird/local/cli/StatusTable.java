package app.earlybird.local.cli;

import app.earlybird.local.stack.Secrets;
import app.earlybird.local.stack.ServiceProcess;
import app.earlybird.local.stack.Stack;
import java.io.PrintWriter;

/** What runs where, how ready, how big, and where it logs. */
final class StatusTable {

    private static final String ROW = "%-18s %-28s %-16s %8s  %s%n";

    private StatusTable() {}

    static void print(Stack stack, PrintWriter out) {
        var layout = stack.layout();
        out.printf(ROW, "", "URL", "ready", "memory", "log");
        out.printf(ROW, "gateway", layout.gatewayUrl(), "yes", "-", "-");
        for (var service : stack.services()) {
            out.printf(
                    ROW,
                    service.label(),
                    service.url(),
                    ready(service),
                    service.residentMiB() + " MiB",
                    service.process().log());
        }
        var kafka = stack.kafka();
        out.printf(ROW, "Kafka", kafka.bootstrapServers(), "yes", "-", kafka.description());
        out.printf(
                ROW, "MongoDB", stack.mongo().uri(), "yes", "-", stack.mongo().description());
        out.printf(
                "%nFirst admin: %s, first password %s (to be changed at the first login; the demo changes it to %s)%n",
                Secrets.ADMIN_EMAIL,
                stack.secrets().firstAdminPassword(),
                stack.secrets().ownAdminPassword());
        out.flush();
    }

    /** Three lines to copy, in another terminal. */
    static void printNext(Stack stack, PrintWriter out) {
        out.println();
        out.println("next:");
        out.printf(
                "  curl -s %s/api/auth/login -H 'Content-Type: application/json' -d '{\"email\":\"%s\",\"password\":\"%s\"}'%n",
                stack.layout().gatewayUrl(),
                Secrets.ADMIN_EMAIL,
                stack.secrets().firstAdminPassword());
        out.println("  ./earlybird demo    # the main journey, step by step");
        out.println("  ./earlybird down    # stops everything, as Ctrl-C does here");
    }

    private static String ready(ServiceProcess service) {
        return (service.isReady() ? "yes, " : "NO, ") + service.readyMillis() + " ms";
    }
}
