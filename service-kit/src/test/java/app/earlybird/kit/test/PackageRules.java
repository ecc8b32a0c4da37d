package app.earlybird.kit.test;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.smallrye.config.ConfigMapping;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Conditions on packages that ArchUnit does not have. */
final class PackageRules {

    /** Service, feature, and the ring or what is below a flat feature. */
    private static final Pattern FEATURE = Pattern.compile("app\\.earlybird\\.(\\w+)\\.(\\w+)(?:\\.(\\w+).*)?");

    private PackageRules() {}

    /** Settings are the exception: every adapter may read them. */
    static ArchCondition<JavaClass> dependOnOtherFeaturesOnlyIn(String... rings) {
        return new ArchCondition<>("depend on other features only in " + String.join(" and ", rings)) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForbidden(item, dependency.getTargetClass(), List.of(rings)))
                        .map(Dependency::getDescription)
                        .forEach(found -> events.add(SimpleConditionEvent.violated(item, found)));
            }
        };
    }

    /** Classes of one file count once. */
    static ArchCondition<JavaClass> shareTheirPackageWithAtMost(int files) {
        return new ArchCondition<>("be in packages of at most " + files + " files") {
            private Map<String, Long> sizes = Map.of();

            @Override
            public void init(Collection<JavaClass> all) {
                sizes = all.stream()
                        .filter(each -> !each.getEnclosingClass().isPresent())
                        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
            }

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var size = sizes.getOrDefault(item.getPackageName(), 0L);
                if (size > files) {
                    events.add(SimpleConditionEvent.violated(
                            item, item.getName() + " is in a package of " + size + " files"));
                }
            }
        };
    }

    private static boolean isForbidden(JavaClass from, JavaClass to, List<String> rings) {
        var here = FEATURE.matcher(from.getPackageName());
        var there = FEATURE.matcher(to.getPackageName());
        return here.matches()
                && there.matches()
                && here.group(1).equals(there.group(1))
                && !here.group(2).equals(there.group(2))
                && !(there.group(3) != null && rings.contains(there.group(3)))
                && !to.isAnnotatedWith(ConfigMapping.class)
                && !to.getEnclosingClass()
                        .map(outer -> outer.isAnnotatedWith(ConfigMapping.class))
                        .orElse(false);
    }
}
