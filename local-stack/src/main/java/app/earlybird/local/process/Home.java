package app.earlybird.local.process;

import java.io.File;
import java.nio.file.Path;

/** Where the built parts of this project lie. */
public final class Home {

    private Home() {}

    /** The project's root; the script and the build say where. */
    public static Path root() {
        return Path.of(System.getProperty("earlybird.root", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** Class path for children of this module: its classes and its own copy of its libraries. */
    public static String localStackClassPath() {
        var target = root().resolve("local-stack/target");
        return target.resolve("classes") + File.pathSeparator + target.resolve("lib") + File.separator + "*";
    }
}
