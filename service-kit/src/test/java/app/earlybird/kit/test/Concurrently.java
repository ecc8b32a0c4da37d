package app.earlybird.kit.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The same thing by many at once. */
public final class Concurrently {

    private Concurrently() {}

    public static <T> List<T> call(int times, Callable<T> once) throws Exception {
        return call(IntStream.range(0, times).mapToObj(i -> once).toList());
    }

    public static <T> List<T> call(List<Callable<T>> each) throws Exception {
        try (var callers = Executors.newFixedThreadPool(Math.min(each.size(), 50))) {
            var answers = new ArrayList<T>();
            for (var answer : callers.invokeAll(each)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
