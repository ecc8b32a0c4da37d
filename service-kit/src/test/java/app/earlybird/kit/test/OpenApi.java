package app.earlybird.kit.test;

import static io.restassured.RestAssured.given;

import app.earlybird.kit.domain.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

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

    /** Codes of these classes of refusals, each made by a method without parameters, that no example shows. */
    public static List<String> codesWithoutExample(Class<?>... refusals) {
        var description = running();
        return Arrays.stream(refusals)
                .flatMap(refusal -> Arrays.stream(refusal.getDeclaredMethods()))
                .filter(method -> Failure.class.equals(method.getReturnType()) && method.getParameterCount() == 0)
                .map(OpenApi::codeOf)
                .filter(code -> !description.contains("code: " + code + "\n"))
                .distinct()
                .toList();
    }

    private static String codeOf(Method made) {
        try {
            return ((Failure) made.invoke(null)).code();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
