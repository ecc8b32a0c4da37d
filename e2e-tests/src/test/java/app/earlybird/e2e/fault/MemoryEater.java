package app.earlybird.e2e.fault;

import java.util.ArrayList;

/** An agent that eats the memory of the JVM it is loaded into, as a leak would. */
public final class MemoryEater {

    private static final int MEGABYTE = 1024 * 1024;

    private MemoryEater() {}

    /** Called by the JVM. */
    public static void agentmain(String arguments) {
        var eater = new Thread(MemoryEater::eat, "memory-eater");
        eater.setDaemon(true);
        eater.start();
    }

    private static void eat() {
        var eaten = new ArrayList<byte[]>();
        while (eaten.size() < Integer.MAX_VALUE) {
            eaten.add(new byte[MEGABYTE]);
        }
    }
}
