package org.tafsim.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.tafsim.sovereignty.Rules.ALWAYS;
import static org.tafsim.sovereignty.Rules.atLeast;
import static org.tafsim.sovereignty.Rules.in;
import static org.tafsim.sovereignty.Rules.rule;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Rule;
import org.tafsim.model.Site;
import org.tafsim.model.Stage;
import org.tafsim.model.Tier;

class ViolationLedgerTest {

    private static final Rule PLACE_AND_LOGS = rule(
            "R1",
            Rule.Mode.AUDIT,
            List.of(Stage.S9_OBSERVABILITY, Stage.S5_PROCESSING),
            atLeast(DataClass.PER),
            in(Fact.PLACE_COUNTRY, "DE"));
    private static final Rule SUPPORT =
            rule("R2", Rule.Mode.SHADOW, List.of(Stage.S14_ADMINISTRATION), ALWAYS, in(Fact.PLACE_COUNTRY, "DE"));

    /** Germany, all at home; Germany, logs in the United States and support from nobody knows where; the United States. */
    private static World world() {
        Site.Custody leaky = new Site.Custody(List.of(), List.of("DE"), List.of("US"), List.of());
        return new World()
                .site("DE")
                .operator("hyperscaler", "US", "US")
                .site("DE", Tier.CLOUD, "hyperscaler", leaky)
                .site("US")
                .population("DE")
                .population("US")
                .app(DataClass.PER, "consumer")
                .app(DataClass.PUB, "consumer")
                .rule(PLACE_AND_LOGS)
                .rule(SUPPORT);
    }

    /** Three personal requests home, two to the leaky cloud, one abroad; and one public request to each. */
    private static ViolationLedger ledger(RuleBook book) {
        ViolationLedger ledger = new ViolationLedger(book);
        int[] personal = {0, 0, 0, 1, 1, 2};
        for (int site : personal) {
            ledger.recordPlacement(0, 0, site);
        }
        for (int site = 0; site < 3; site++) {
            ledger.recordPlacement(1, 0, site);
        }
        return ledger;
    }

    @Test
    void everyRuleIsCountedAtEveryStage() {
        List<RuleCount> counts = ledger(world().book()).ruleCounts();

        assertThat(counts)
                .containsExactly(
                        new RuleCount(new RuleCheck(PLACE_AND_LOGS, Stage.S5_PROCESSING), 6, 1, 0), // the one abroad
                        new RuleCount(new RuleCheck(PLACE_AND_LOGS, Stage.S9_OBSERVABILITY), 6, 3, 0), // and two logs
                        new RuleCount(new RuleCheck(SUPPORT, Stage.S14_ADMINISTRATION), 9, 2, 3)); // public ones too
        assertThat(counts.get(2).mode()).isEqualTo(Rule.Mode.SHADOW);
        assertThat(counts.get(2).broken()).isEqualTo(5);
    }

    @Test
    void placementsAreCountedByWhereTheyWent() {
        PlacementCount total = ledger(world().book()).total();

        assertThat(total.placements()).isEqualTo(9);
        assertThat(total.inJurisdiction()).isEqualTo(4); // those at home; the leaky cloud's logs leave
        assertThat(total.jurisdictionUnknown()).isZero();
        assertThat(total.ownControl()).isEqualTo(4);
        assertThat(total.controlUnknown()).isZero();
        assertThat(total.breaking()).isEqualTo(3); // personal, not at home; shadow breaches do not count
    }

    @Test
    void applicationsAreCountedApart() {
        ViolationLedger ledger = ledger(world().book());

        assertThat(ledger.ofApp(0).placements()).isEqualTo(6);
        assertThat(ledger.ofApp(1)).isEqualTo(new PlacementCount(3, 1, 0, 1, 0, 0));
        assertThat(ledger.ofApp(0).plus(ledger.ofApp(1))).isEqualTo(ledger.total());
    }

    @Test
    void anAmericanAtHomeHasStayedToo() {
        ViolationLedger ledger = new ViolationLedger(world().book());

        ledger.recordPlacement(1, 1, 2);

        assertThat(ledger.total()).isEqualTo(new PlacementCount(1, 1, 0, 1, 0, 0));
    }

    @Test
    void recordingAllocatesNothing() {
        assumeThat(ManagementFactory.getThreadMXBean()).isInstanceOf(ThreadMXBean.class);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        RuleBook book = world().book();
        ViolationLedger ledger = new ViolationLedger(book);

        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < 3; pass++) { // the first sets up what is set up once
            long before = thread.getCurrentThreadAllocatedBytes();
            placeAThousand(book, ledger);
            least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).isZero();
    }

    private static void placeAThousand(RuleBook book, ViolationLedger ledger) {
        for (int i = 0; i < 1_000; i++) {
            int broken = book.brokenRules(i & 1, i & 1, i % 3);
            ledger.recordPlacement(i & 1, broken, i % 3);
        }
    }
}
