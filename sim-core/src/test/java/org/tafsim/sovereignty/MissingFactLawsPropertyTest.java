package org.tafsim.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.testing.SeedSource;

/**
 * LAW-3: nothing fails open on what is not stated. Whatever anybody leaves unsaid, of one thing or of all, no place opens and no
 * breach is cleared. {@link KnownToBeNoneTest} has the facts to which this does not apply, because saying nothing of them says
 * that there are none.
 */
class MissingFactLawsPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 40)
    void leavingAnythingUnsaidOpensNoPlaceAndClearsNoBreach(long seed) {
        for (Forgotten forgotten : Forgotten.values()) {
            for (boolean everywhere : new boolean[] {true, false}) {
                RandomWorld random = new RandomWorld(seed).small();
                World world = random.world();
                RuleBook before = world.book();
                int only = random.below(100);

                forgotten.in(world, index -> everywhere || index == only % forgotten.count(world));

                assertNothingOpens(forgotten, world, before, world.book());
            }
        }
    }

    /** All at once, in worlds of any size, and whatever the reach of enforcement. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 40)
    void sayingLessAndLessClosesMoreAndMore(long seed) {
        RandomWorld random = new RandomWorld(seed);
        World world = random.world();
        SovereigntySpec.Reach reach = random.one(List.of(SovereigntySpec.Reach.values()));
        UnaryOperator<SovereigntySpec> law =
                spec -> new SovereigntySpec(spec.regimes(), spec.rules(), reach, List.of(), List.of(), spec.remedy());
        world.law(law);

        for (int step = 0; step < 8; step++) {
            RuleBook before = world.book();
            Forgotten forgotten = random.one(Arrays.asList(Forgotten.values()));
            forgotten.in(world, index -> random.below(2) == 0);
            assertNothingOpens(forgotten, world, before, world.book());
        }
    }

    private static void assertNothingOpens(Forgotten forgotten, World world, RuleBook before, RuleBook after) {
        forEachProfile(world, (app, population) -> {
            assertThat(after.feasibleSites(app, population).isSubsetOf(before.feasibleSites(app, population)))
                    .as("%s: places of app %d, users %d", forgotten, app, population)
                    .isTrue();
            for (int check = 0; check < before.checks().size(); check++) {
                for (int site = 0; site < world.sites.size(); site++) {
                    Verdict known = before.verdict(check, app, population, site);
                    if (known.isBroken()) {
                        assertThat(after.verdict(check, app, population, site))
                                .as(
                                        "%s: %s at site %d",
                                        forgotten, before.checks().get(check), site)
                                .isIn(known, Verdict.UNKNOWN);
                    }
                }
            }
        });
    }

    private interface ProfileAction {
        void at(int app, int population);
    }

    private static void forEachProfile(World world, ProfileAction action) {
        Consumer<Integer> ofApp =
                app -> IntStream.range(0, world.populations.size()).forEach(population -> action.at(app, population));
        IntStream.range(0, world.apps.size()).boxed().forEach(ofApp);
    }
}
