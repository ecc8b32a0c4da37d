package app.earlybird.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.fixture.dirty.adapter.mongo.PublicAdapter;
import app.earlybird.fixture.dirty.adapter.rest.RestThatKnowsMongo;
import app.earlybird.fixture.dirty.adapter.rest.RouteWithoutAPath;
import app.earlybird.fixture.dirty.application.ApplicationThatKnowsAnAdapter;
import app.earlybird.fixture.dirty.application.Blocking;
import app.earlybird.fixture.dirty.domain.DomainInACycle;
import app.earlybird.fixture.dirty.domain.DomainThatKnowsMutiny;
import app.earlybird.fixture.other.application.ApplicationThatKnowsAnAdapterOfAnother;
import app.earlybird.fixture.other.application.ApplicationThatKnowsTheRuntime;
import app.earlybird.fixture.other.domain.DomainOfAnother;
import app.earlybird.fixture.runtime.Wiring;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Each rule is broken here once on purpose. */
class HouseRulesTest {

    @Test
    void a_domain_with_a_framework_breaks_the_build() {
        assertBroken(HouseRules.THE_DOMAIN_IS_PLAIN_JAVA, DomainThatKnowsMutiny.class);
    }

    @Test
    void an_application_that_knows_an_adapter_breaks_the_build() {
        assertBroken(HouseRules.THE_APPLICATION_KNOWS_ONLY_MUTINY_AND_SCOPES, ApplicationThatKnowsAnAdapter.class);
    }

    @Test
    void adapters_that_meet_break_the_build() {
        assertBroken(HouseRules.ADAPTERS_DO_NOT_KNOW_EACH_OTHER, RestThatKnowsMongo.class, PublicAdapter.class);
    }

    @Test
    void a_public_adapter_breaks_the_build() {
        assertBroken(HouseRules.ADAPTERS_ARE_PRIVATE, PublicAdapter.class);
    }

    @Test
    void a_feature_that_uses_an_adapter_of_another_breaks_the_build() {
        assertBroken(
                HouseRules.FEATURES_MEET_IN_DOMAIN_AND_APPLICATION,
                ApplicationThatKnowsAnAdapterOfAnother.class,
                PublicAdapter.class);
    }

    @Test
    void a_feature_that_knows_the_runtime_breaks_the_build() {
        assertBroken(
                HouseRules.FEATURES_MEET_IN_DOMAIN_AND_APPLICATION, ApplicationThatKnowsTheRuntime.class, Wiring.class);
    }

    @Test
    void features_in_a_cycle_break_the_build() {
        assertBroken(
                HouseRules.FEATURES_HAVE_NO_CYCLES,
                DomainInACycle.class,
                DomainOfAnother.class,
                DomainThatKnowsMutiny.class);
    }

    @Test
    void a_package_of_sixteen_files_breaks_the_build() {
        assertBroken(
                HouseRules.PACKAGES_ARE_SMALL,
                Object.class,
                String.class,
                Integer.class,
                Long.class,
                Short.class,
                Byte.class,
                Double.class,
                Float.class,
                Boolean.class,
                Character.class,
                Number.class,
                Math.class,
                Thread.class,
                Runtime.class,
                Process.class,
                System.class);
    }

    @Test
    void waiting_and_subscribing_by_hand_break_the_build() {
        assertBroken(HouseRules.NOTHING_BLOCKS, Blocking.class);
        assertBroken(HouseRules.NOTHING_SUBSCRIBES_BY_HAND, Blocking.class);
    }

    @Test
    void sending_and_forgetting_breaks_the_build() {
        assertBroken(HouseRules.NOTHING_IS_SENT_AND_FORGOTTEN, Blocking.class);
    }

    @Test
    void a_route_that_is_not_public_breaks_the_build() {
        assertBroken(HouseRules.ROUTES_ARE_PUBLIC, RestThatKnowsMongo.class);
        assertBroken(HouseRules.ROUTES_ARE_PUBLIC, RouteWithoutAPath.class);
    }

    @Test
    void a_resource_that_would_produce_anything_breaks_the_build() {
        assertBroken(HouseRules.RESOURCES_SAY_WHAT_THEY_PRODUCE, RestThatKnowsMongo.class);
    }

    @Test
    void a_resource_that_would_take_anything_breaks_the_build() {
        assertBroken(HouseRules.RESOURCES_SAY_WHAT_THEY_TAKE, RestThatKnowsMongo.class);
    }

    private static void assertBroken(ArchRule rule, Class<?>... classes) {
        var imported = new ClassFileImporter().importClasses(classes);
        assertThat(rule.evaluate(imported).hasViolation()).isTrue();
    }
}
