package org.tafsim.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.testing.SeedSource;

/** Laws of the law, on random worlds. */
class SovereigntyLawsPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 150)
    void theRuleBookSaysWhatTheRulesSayCaseByCase(long seed) {
        World world = new RandomWorld(seed).world();
        Scenario scenario = world.scenario();
        RuleBook book = world.book();

        forEachCase(world, (app, population, site) -> {
            PlainLaw plain = new PlainLaw(scenario, world, app, population, site);
            for (int check = 0; check < book.checks().size(); check++) {
                RuleCheck asked = book.checks().get(check);
                assertThat(book.verdict(check, app, population, site))
                        .as("%s of app %d, users %d, site %d", asked, app, population, site)
                        .isEqualTo(plain.verdict(asked.rule(), asked.stage()));
            }
            assertThat(book.feasibleSites(app, population).contains(site))
                    .isEqualTo(broken(world.rules, Rule.Mode.ENFORCE, plain) == 0);
            assertThat(book.brokenRules(app, population, site))
                    .isEqualTo(broken(world.rules, Rule.Mode.ENFORCE, plain)
                            + broken(world.rules, Rule.Mode.AUDIT, plain));
        });
    }

    private static int broken(List<Rule> rules, Rule.Mode mode, PlainLaw plain) {
        return (int) rules.stream()
                .filter(rule -> rule.mode() == mode && plain.isBroken(rule))
                .count();
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 60)
    void shadowRulesChangeNothing(long seed) {
        RandomWorld random = new RandomWorld(seed);
        World world = random.world();
        List<Rule> more = new ArrayList<>(world.rules);
        for (int i = 0; i < 3; i++) {
            more.add(random.below(more.size() + 1), random.rule("shadow" + i).withMode(Rule.Mode.SHADOW));
        }

        RuleBook before = world.book();
        RuleBook after = world.book(more);

        forEachProfile(
                world,
                (app, population) -> assertThat(after.feasibleSites(app, population))
                        .isEqualTo(before.feasibleSites(app, population)));
        forEachCase(world, (app, population, site) -> {
            assertThat(after.brokenRules(app, population, site)).isEqualTo(before.brokenRules(app, population, site));
            assertThat(after.inJurisdiction(app, population, site))
                    .isEqualTo(before.inJurisdiction(app, population, site));
        });
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 60)
    void everyModeSeesTheSameVerdictsAndCountsThemAlike(long seed) {
        World world = new RandomWorld(seed).world();
        List<List<?>> seen = new ArrayList<>();
        for (Rule.Mode mode : Rule.Mode.values()) {
            RuleBook book = world.book(
                    world.rules.stream().map(rule -> rule.withMode(mode)).toList());
            seen.add(verdicts(world, book));
            seen.add(everywhereOnce(world, book).ruleCounts().stream()
                    .map(count -> List.of(count.checks(), count.violations(), count.unknowns()))
                    .toList());
        }

        assertThat(seen.get(2)).isEqualTo(seen.get(0));
        assertThat(seen.get(4)).isEqualTo(seen.get(0));
        assertThat(seen.get(3)).isEqualTo(seen.get(1));
        assertThat(seen.get(5)).isEqualTo(seen.get(1));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 60)
    void theLedgerCountsWhatTheBookSays(long seed) {
        World world = new RandomWorld(seed).world();
        RuleBook book = world.book();
        ViolationLedger ledger = everywhereOnce(world, book);

        List<RuleCount> counts = ledger.ruleCounts();

        int cases = world.apps.size() * world.populations.size() * world.sites.size();
        assertThat(ledger.total().placements()).isEqualTo(cases);
        for (int check = 0; check < counts.size(); check++) {
            RuleCount count = counts.get(check);
            assertThat(count.violations()).isEqualTo(occurrences(world, book, check, Verdict.DENY));
            assertThat(count.unknowns()).isEqualTo(occurrences(world, book, check, Verdict.UNKNOWN));
            assertThat(count.checks()).isEqualTo(cases - occurrences(world, book, check, Verdict.SILENT));
        }
        assertThat(ledger.total().inJurisdiction())
                .isEqualTo(cases(world, c -> book.inJurisdiction(c.app, c.population, c.site)).stream()
                        .filter(truth -> truth == Truth.YES)
                        .count());
        assertThat(ledger.total().breaking())
                .isEqualTo(cases(world, c -> book.brokenRules(c.app, c.population, c.site)).stream()
                        .filter(rules -> rules > 0)
                        .count());
    }

    private static long occurrences(World world, RuleBook book, int check, Verdict verdict) {
        return cases(world, c -> book.verdict(check, c.app, c.population, c.site)).stream()
                .filter(seen -> seen == verdict)
                .count();
    }

    private static ViolationLedger everywhereOnce(World world, RuleBook book) {
        ViolationLedger ledger = new ViolationLedger(book);
        forEachCase(world, ledger::recordPlacement);
        return ledger;
    }

    private static List<?> verdicts(World world, RuleBook book) {
        return cases(world, c -> {
            List<Verdict> verdicts = new ArrayList<>();
            for (int check = 0; check < book.checks().size(); check++) {
                verdicts.add(book.verdict(check, c.app, c.population, c.site));
            }
            return verdicts;
        });
    }

    private record Case(int app, int population, int site) {}

    private interface CaseAction {
        void at(int app, int population, int site);
    }

    private interface ProfileAction {
        void at(int app, int population);
    }

    private static <T> List<T> cases(World world, Function<Case, T> question) {
        List<T> answers = new ArrayList<>();
        forEachCase(world, (app, population, site) -> answers.add(question.apply(new Case(app, population, site))));
        return answers;
    }

    private static void forEachCase(World world, CaseAction action) {
        forEachProfile(world, (app, population) -> {
            for (int site = 0; site < world.sites.size(); site++) {
                action.at(app, population, site);
            }
        });
    }

    private static void forEachProfile(World world, ProfileAction action) {
        for (int app = 0; app < world.apps.size(); app++) {
            for (int population = 0; population < world.populations.size(); population++) {
                action.at(app, population);
            }
        }
    }
}
