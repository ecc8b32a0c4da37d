package app.earlybird.kit.test;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.groups.MultiSubscribe;
import io.smallrye.mutiny.groups.UniAwait;
import io.smallrye.mutiny.groups.UniSubscribe;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Rules every service keeps; {@link HouseRulesTest} breaks each of them once. */
public class HouseRules {

    static final String FEATURES = "app.earlybird.*.*..";

    private static final int MOST_FILES = 15;

    @ArchTest
    public static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("app.earlybird.*.*.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..domain..", "app.earlybird.contracts..", "org.jspecify..")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule THE_APPLICATION_KNOWS_ONLY_MUTINY_AND_SCOPES = classes()
            .that()
            .resideInAPackage("app.earlybird.*.*.application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "..domain..",
                    "..application..",
                    "app.earlybird.contracts..",
                    "app.earlybird.kit.usecase..",
                    "io.smallrye.mutiny..",
                    "jakarta.enterprise..",
                    "org.jspecify..");

    @ArchTest
    public static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("app.earlybird.*.*.adapter.(*)..").should().notDependOnEachOther();

    @ArchTest
    public static final ArchRule ADAPTERS_ARE_PRIVATE = noClasses()
            .that()
            .resideInAPackage("app.earlybird.*.*.adapter..")
            .and()
            .areNotRecords()
            .should()
            .bePublic();

    /** A feature has rings to be used by others, and an adapter of its own; so has {@code runtime}, which has none. */
    @ArchTest
    public static final ArchRule FEATURES_MEET_IN_DOMAIN_AND_APPLICATION = classes()
            .that()
            .resideInAPackage(FEATURES)
            .should(PackageRules.dependOnOtherFeaturesOnlyIn("domain", "application"));

    /** The settings in {@code runtime}, which adapters read, make none. */
    @ArchTest
    public static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().matching("app.earlybird.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(alwaysTrue(), resideInAPackage("app.earlybird.*.runtime.."));

    @ArchTest
    public static final ArchRule PACKAGES_ARE_SMALL =
            classes().should(PackageRules.shareTheirPackageWithAtMost(MOST_FILES));

    @ArchTest
    public static final ArchRule NOTHING_BLOCKS =
            noClasses().should().dependOnClassesThat().areAssignableTo(UniAwait.class);

    @ArchTest
    public static final ArchRule NOTHING_SUBSCRIBES_BY_HAND = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(UniSubscribe.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(MultiSubscribe.class);

    @ArchTest
    public static final ArchRule NOTHING_IS_SENT_AND_FORGOTTEN =
            noClasses().should().callMethodWhere(target(nameMatching("sendAndForget|sendAndAwait")));

    /** The framework leaves out a route that is not public, with no more than a warning. */
    @ArchTest
    public static final ArchRule ROUTES_ARE_PUBLIC = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .or()
            .areAnnotatedWith(Path.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .should()
            .bePublic();

    /** Otherwise a list is answered as text to a client that asks for text. */
    @ArchTest
    public static final ArchRule RESOURCES_SAY_WHAT_THEY_PRODUCE = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(Produces.class)
            .allowEmptyShould(true);

    /** Otherwise a body of text is read as any type with a constructor for it. */
    @ArchTest
    public static final ArchRule RESOURCES_SAY_WHAT_THEY_TAKE = methods()
            .that()
            .areAnnotatedWith(POST.class)
            .or()
            .areAnnotatedWith(PUT.class)
            .or()
            .areAnnotatedWith(PATCH.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Consumes.class)
            .orShould()
            .beAnnotatedWith(Consumes.class)
            .allowEmptyShould(true);
}
