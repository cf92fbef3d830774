package org.tafsim.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.LegalChange;
import org.tafsim.model.Rule;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Stage;
import org.tafsim.testing.SeedSource;

/** LAW-1: a further rule never enlarges a feasible set, whatever its stage and whenever it holds. */
class FeasibleSetLawsPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void anotherRuleNeverEnlargesAFeasibleSetInAnyEpoch(long seed) {
        RandomWorld random = new RandomWorld(seed);
        World world = random.world();
        Rule another = random.rule("another");
        int place = random.below(100);
        List<LegalChange> changes = random.changes(world, List.of(5L, 9L));
        SovereigntySpec.Reach reach = random.one(List.of(SovereigntySpec.Reach.values()));

        LawTimeline before =
                world.law(spec -> changed(spec, reach, changes, List.of(), 0)).timeline();
        LawTimeline after = world.law(spec -> changed(spec, reach, changes, List.of(another), place))
                .timeline();

        for (int epoch = 0; epoch < before.epochs(); epoch++) {
            assertNothingOpens(world, before.book(epoch), after.book(epoch));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 15)
    void aRuleThatNothingMeetsClosesEveryPlaceWhereItsStageHappens(long seed) {
        RandomWorld random = new RandomWorld(seed).small();
        World world = random.world();
        RuleBook before = world.book();

        for (Stage stage : Stage.values()) {
            List<Rule> more = new ArrayList<>(world.rules);
            more.add(Rules.rule("never", Rule.Mode.ENFORCE, List.of(stage), Rules.ALWAYS, Rules.any()));
            RuleBook after = world.book(more);

            assertNothingOpens(world, before, after);
            for (int site = 0; site < world.sites.size(); site++) {
                boolean isOpen = before.feasibleSites(0, 0).contains(site) && !before.happens(stage, site);
                assertThat(after.feasibleSites(0, 0).contains(site))
                        .as("%s at site %d", stage, site)
                        .isEqualTo(isOpen);
            }
        }
    }

    private static void assertNothingOpens(World world, RuleBook before, RuleBook after) {
        for (int app = 0; app < world.apps.size(); app++) {
            for (int population = 0; population < world.populations.size(); population++) {
                assertThat(after.feasibleSites(app, population).isSubsetOf(before.feasibleSites(app, population)))
                        .as("app %d, users %d", app, population)
                        .isTrue();
            }
        }
    }

    /** The law with changes, and with further rules among those of every epoch. */
    private static SovereigntySpec changed(
            SovereigntySpec spec, SovereigntySpec.Reach reach, List<LegalChange> changes, List<Rule> more, int place) {
        List<LegalChange> further = changes.stream()
                .map(change -> new LegalChange(
                        change.atNanos(),
                        change.label(),
                        change.rules().map(rules -> with(rules, more, place)),
                        change.operators(),
                        change.certificates()))
                .toList();
        return new SovereigntySpec(
                spec.regimes(), with(spec.rules(), more, place), reach, further, List.of(), spec.remedy());
    }

    private static List<Rule> with(List<Rule> rules, List<Rule> more, int place) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(Math.min(place, all.size()), more);
        return all;
    }
}
