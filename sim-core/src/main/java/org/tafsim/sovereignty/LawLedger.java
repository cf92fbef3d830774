package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tafsim.model.Rule;
import org.tafsim.model.Stage;

/** What the placements of a run did to the law of their time: a {@link ViolationLedger} for each epoch, and for others that a book held
 * for a while. Not thread safe. */
public final class LawLedger {
    private final Map<RuleBook, ViolationLedger> ledgers = new LinkedHashMap<>();
    private final Map<CheckKey, Rule.Mode> latestModes = new HashMap<>(); // asked, never iterated
    private final int epochs;
    private ViolationLedger now;

    /** An empty ledger, in the first epoch. */
    public LawLedger(LawTimeline law) {
        for (int epoch = 0; epoch < law.epochs(); epoch++) {
            law.book(epoch)
                    .checks()
                    .forEach(check ->
                            latestModes.put(CheckKey.of(check), check.rule().mode()));
            ledgerOf(law.book(epoch));
        }
        epochs = ledgers.size();
        now = ledgerOf(law.book(0));
    }

    private ViolationLedger ledgerOf(RuleBook book) {
        return ledgers.computeIfAbsent(book, any -> new ViolationLedger(any, this::isCounted));
    }

    private record CheckKey(String rule, Stage stage) {
        static CheckKey of(RuleCheck check) {
            return new CheckKey(check.rule().id(), check.stage());
        }
    }

    /** Whether a check counts as a violation where it fails: a rule is in shadow where its latest text is. */
    private boolean isCounted(RuleCheck check) {
        return latestModes.get(CheckKey.of(check)) != Rule.Mode.SHADOW;
    }

    /** Another book holds from now on: that of another epoch, or one that looks at other ways. */
    public void enter(RuleBook book) {
        now = ledgerOf(book);
    }

    /**
     * Counts a request of this application and population that was placed at this site (indices of the rule book).
     *
     * @return checks that it fails, as {@link #ruleCounts} counts them, those of shadow rules apart
     */
    public int recordPlacement(int app, int population, int site) {
        return now.recordPlacement(app, population, site);
    }

    /** What came of every rule at every stage, in the order of the first epoch that knows it; a rule has its latest text. */
    public List<RuleCount> ruleCounts() {
        Map<CheckKey, RuleCount> sums = new LinkedHashMap<>();
        int number = 0;
        for (ViolationLedger ledger : ledgers.values()) {
            boolean isLater = number++ < epochs; // in time than those before
            for (RuleCount count : ledger.ruleCounts()) {
                sums.merge(
                        CheckKey.of(count.check()),
                        count,
                        (before, next) -> isLater ? next.plus(before) : before.plus(next));
            }
        }
        return new ArrayList<>(sums.values());
    }

    /** Where the requests of all applications went. */
    public PlacementCount total() {
        return sum(ViolationLedger::total);
    }

    /** Where the requests of one application went. */
    public PlacementCount ofApp(int app) {
        return sum(epoch -> epoch.ofApp(app));
    }

    private PlacementCount sum(Function<ViolationLedger, PlacementCount> count) {
        return ledgers.values().stream().map(count).reduce(PlacementCount.NONE, PlacementCount::plus);
    }
}
