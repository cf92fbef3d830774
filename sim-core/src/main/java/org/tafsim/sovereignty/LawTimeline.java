package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.LegalChange;
import org.tafsim.model.Scenario;

/**
 * The law of a scenario over a run: epochs between changes of law, ownership and certificates, and a rule book for each.
 * Immutable, so the runs of a scenario share it.
 */
public final class LawTimeline {
    private final List<Long> starts;
    private final List<RuleBook> books;

    private LawTimeline(List<Long> starts, List<RuleBook> books) {
        this.starts = List.copyOf(starts);
        this.books = List.copyOf(books);
    }

    /**
     * Compiles the rules of every epoch.
     *
     * @param paths asked once for every population and site
     */
    public static LawTimeline compile(Scenario scenario, PathLookup paths) {
        List<Long> starts = new ArrayList<>(List.of(0L));
        RuleBookCompiler compiler = RuleBookCompiler.of(scenario, paths);
        List<RuleBook> books =
                new ArrayList<>(List.of(compiler.compile(scenario.sovereignty().rules())));
        Scenario now = scenario;
        for (LegalChange change : scenario.sovereignty().changes()) {
            now = now.after(change);
            starts.add(change.atNanos());
            if (change.changesActors()) {
                compiler = compiler.withActorsOf(now);
            }
            books.add(compiler.compile(now.sovereignty().rules()));
        }
        return new LawTimeline(starts, books);
    }

    /** Number of epochs, one more than changes. */
    public int epochs() {
        return books.size();
    }

    /** When an epoch begins (ns since the start of the run); 0 for the first. */
    public long startNanos(int epoch) {
        return starts.get(epoch);
    }

    /** The epoch in which an instant lies (ns); the start of an epoch belongs to it. */
    public int epochAt(long nanos) {
        int epoch = 0;
        while (epoch + 1 < epochs() && startNanos(epoch + 1) <= nanos) {
            epoch++;
        }
        return epoch;
    }

    /** What holds in an epoch. */
    public RuleBook book(int epoch) {
        return books.get(epoch);
    }
}
