package app.earlybird.kit.test;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The description of a service, as it runs and as it is written down. */
public final class OpenApi {

    private OpenApi() {}

    public static String running() {
        return given().get("/q/openapi").then().statusCode(200).extract().body().asString();
    }

    /** What {@code contracts/openapi} holds; with {@code OPENAPI_WRITE=1} in the environment it is first made what runs. */
    public static String written(String service) {
        var file = Path.of("../contracts/openapi", service + ".yaml");
        try {
            if (System.getenv("OPENAPI_WRITE") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, running());
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
