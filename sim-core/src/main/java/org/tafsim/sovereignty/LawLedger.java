package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tafsim.model.Stage;

/** What the placements of a run did to the law of their time: a {@link ViolationLedger} for each epoch. Not thread safe. */
public final class LawLedger {
    private final List<ViolationLedger> epochs;
    private ViolationLedger now;

    /** An empty ledger, in the first epoch. */
    public LawLedger(LawTimeline law) {
        epochs = IntStream.range(0, law.epochs())
                .mapToObj(epoch -> new ViolationLedger(law.book(epoch)))
                .toList();
        now = epochs.get(0);
    }

    /** Another epoch begins. */
    public void enter(int epoch) {
        now = epochs.get(epoch);
    }

    /** Counts a request of this application and population that was placed at this site (indices of the rule book). */
    public void recordPlacement(int app, int population, int site) {
        now.recordPlacement(app, population, site);
    }

    /** What came of every rule at every stage, in the order of the first epoch that knows it; a rule has its latest text. */
    public List<RuleCount> ruleCounts() {
        record Key(String rule, Stage stage) {}
        Map<Key, RuleCount> sums = new LinkedHashMap<>();
        for (ViolationLedger epoch : epochs) {
            for (RuleCount count : epoch.ruleCounts()) {
                sums.merge(
                        new Key(count.check().rule().id(), count.check().stage()),
                        count,
                        (before, later) -> later.plus(before));
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
        return epochs.stream().map(count).reduce(PlacementCount.NONE, PlacementCount::plus);
    }
}
