package app.earlybird.local.mongo;

import app.earlybird.local.process.ParentWatch;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The embedded server as a process of its own: {@code EmbeddedMongo <folder> <port>}. Not MongoDB, not for production. */
public final class EmbeddedMongo {

    private EmbeddedMongo() {}

    public static void main(String[] args) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        var folder = Files.createDirectories(Path.of(args[0]));
        var backend = new DurableBackend(folder.resolve("embedded.mv").toString());
        backend.version(ServerVersion.MONGO_5_0);
        var server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1])));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        System.out.println(ParentWatch.READY);
        ParentWatch.endWithParent();
    }
}
