package org.tafsim.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.Rule;
import org.tafsim.testing.SeedSource;

/** LAW-2: what comes of a request, at whatever stage, is as sensitive as the request. */
class LabelLawsPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 30)
    void dataOfEveryStageHaveTheClassOfTheRequestTheyCameFrom(long seed) {
        World world = new RandomWorld(seed).small().world();
        List<Rule> rules = new ArrayList<>();
        for (DataClass label : DataClass.values()) {
            Condition atLeast = new Condition.ClassAtLeast(label);
            rules.add(Rules.rule(label.name(), Rule.Mode.ENFORCE, Rules.EVERY_STAGE, Rules.ALWAYS, atLeast));
        }
        RuleBook book = world.book(rules);

        for (int check = 0; check < book.checks().size(); check++) {
            RuleCheck asked = book.checks().get(check);
            DataClass label = DataClass.valueOf(asked.rule().id());
            for (int app = 0; app < world.apps.size(); app++) {
                for (int site = 0; site < world.sites.size(); site++) {
                    boolean hasIt = world.apps.get(app).dataClass().isAtLeast(label);
                    Verdict expected = hasIt ? Verdict.PERMIT : Verdict.DENY;
                    assertThat(book.verdict(check, app, 0, site))
                            .as("%s of app %d at site %d", asked, app, site)
                            .isEqualTo(book.happens(asked.stage(), site) ? expected : Verdict.SILENT);
                }
            }
        }
    }
}
