package org.tafsim.sovereignty;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tafsim.model.Rule;

/**
 * Counts what the placements of a run did to the law. Recording is one increment: placements are counted by application,
 * route and site, and what that means rule by rule is worked out when asked. One ledger per run; not thread safe.
 */
public final class ViolationLedger {
    private static final long[] UNUSED = {};

    private final RuleBook book;
    private final Predicate<RuleCheck> isCounted;
    private final long[][][] placements; // by app, route, site; filled when a route is used first
    private final short[][][] failing; // counted checks that a placement fails, likewise
    private int[] counted = {};

    /** An empty ledger; placements are told how many checks they fail, those of shadow rules apart. */
    public ViolationLedger(RuleBook book) {
        this(book, check -> check.rule().mode() != Rule.Mode.SHADOW);
    }

    /**
     * An empty ledger.
     *
     * @param isCounted whether a check is among those that placements are told to fail
     */
    public ViolationLedger(RuleBook book, Predicate<RuleCheck> isCounted) {
        this.book = book;
        this.isCounted = isCounted;
        placements = new long[book.apps()][book.routes()][];
        failing = new short[book.apps()][book.routes()][];
        for (long[][] routes : placements) {
            Arrays.fill(routes, UNUSED);
        }
    }

    /**
     * Counts a request of this application and population that was placed at this site (scenario indices).
     *
     * @return counted checks that it fails
     */
    public int recordPlacement(int app, int population, int site) {
        int route = book.route(population);
        if (placements[app][route] == UNUSED) {
            placements[app][route] = new long[book.sites()];
            failing[app][route] = failing(book.rowOfRoute(app, route));
        }
        placements[app][route][site]++;
        return failing[app][route][site];
    }

    private short[] failing(ProfileRow row) {
        short[] bySite = new short[book.sites()];
        if (counted.length == 0) {
            counted = IntStream.range(0, book.checks().size())
                    .filter(check -> isCounted.test(book.checks().get(check)))
                    .toArray();
        }
        for (int check : counted) {
            SiteSet broken = row.verdicts(check).broken();
            for (int site = 0; site < bySite.length; site++) {
                if (broken.contains(site)) {
                    bySite[site]++;
                }
            }
        }
        return bySite;
    }

    /** What came of every rule at every stage, in the order of {@link RuleBook#checks()}, shadow rules among them. */
    public List<RuleCount> ruleCounts() {
        int checks = book.checks().size();
        long[] permits = new long[checks];
        long[] denials = new long[checks];
        long[] unknowns = new long[checks];
        Cell cell = (row, site, count) -> {
            for (int check = 0; check < checks; check++) {
                switch (row.verdicts(check).at(site)) {
                    case PERMIT -> permits[check] += count;
                    case DENY -> denials[check] += count;
                    case UNKNOWN -> unknowns[check] += count;
                    case SILENT -> {}
                }
            }
        };
        IntStream.range(0, placements.length).forEach(app -> forEachCell(app, cell));
        return IntStream.range(0, checks)
                .mapToObj(check ->
                        RuleCount.of(book.checks().get(check), permits[check], denials[check], unknowns[check]))
                .toList();
    }

    /** Where the requests of all applications went. */
    public PlacementCount total() {
        return IntStream.range(0, placements.length)
                .mapToObj(this::ofApp)
                .reduce(PlacementCount.NONE, PlacementCount::plus);
    }

    /** Where the requests of one application went. */
    public PlacementCount ofApp(int app) {
        PlacementCount[] sum = {PlacementCount.NONE};
        forEachCell(app, (row, site, count) -> sum[0] = sum[0].plus(PlacementCount.of(count, row, site)));
        return sum[0];
    }

    /** Takes placements that are all alike. */
    private interface Cell {
        void take(ProfileRow row, int site, long count);
    }

    private void forEachCell(int app, Cell cell) {
        for (int route = 0; route < placements[app].length; route++) {
            ProfileRow row = book.rowOfRoute(app, route);
            long[] bySite = placements[app][route];
            for (int site = 0; site < bySite.length; site++) {
                if (bySite[site] > 0) {
                    cell.take(row, site, bySite[site]);
                }
            }
        }
    }
}
