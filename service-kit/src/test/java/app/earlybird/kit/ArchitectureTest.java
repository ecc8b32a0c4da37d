package app.earlybird.kit;

import app.earlybird.kit.test.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "app.earlybird.kit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES = HouseRules.PACKAGES_ARE_SMALL;

    @ArchTest
    static final ArchRule BLOCKING = HouseRules.NOTHING_BLOCKS;

    @ArchTest
    static final ArchRule SUBSCRIBING = HouseRules.NOTHING_SUBSCRIBES_BY_HAND;
}
