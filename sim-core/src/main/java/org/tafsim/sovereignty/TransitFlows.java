package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tafsim.model.RunIntervals;
import org.tafsim.model.Stage;

/**
 * Bytes carried between countries, by interval of the run. What is carried is added up by route and site as long as interval and law
 * stay what they are; then by countries.
 */
final class TransitFlows {

    private static final CountryFlow[] UNASKED = {};

    private final LawTimeline law;
    private final RunIntervals intervals;
    private final int sites;
    private final long[] carried;
    private final CountryFlow[][] flowsOf; // in this epoch, likewise; filled when they are asked for
    private final SortedMap<String, CountryFlow> flows = new TreeMap<>();
    private int interval;
    private int epoch;
    private long sinceNanos;
    private long untilNanos;

    TransitFlows(LawTimeline law, RunIntervals intervals) {
        this.law = law;
        this.intervals = intervals;
        sites = law.book(0).sites();
        carried = new long[law.book(0).routes() * sites];
        flowsOf = new CountryFlow[carried.length][];
        Arrays.fill(flowsOf, UNASKED);
        goTo(0);
    }

    /** Counts bytes carried now, either way. */
    void add(int route, int site, long nowNanos, long bytes) {
        if (nowNanos < sinceNanos || nowNanos >= untilNanos) {
            close();
            goTo(nowNanos);
        }
        carried[route * sites + site] += bytes;
    }

    private void goTo(long nowNanos) {
        interval = intervals.at(nowNanos);
        if (epoch != law.epochAt(nowNanos)) {
            epoch = law.epochAt(nowNanos);
            Arrays.fill(flowsOf, UNASKED);
        }
        sinceNanos = Math.max(intervals.beginNanos(interval), law.startNanos(epoch));
        boolean isLastEpoch = epoch + 1 == law.epochs();
        untilNanos = Math.min(
                interval + 1 < intervals.count() ? intervals.endNanos(interval) : Long.MAX_VALUE,
                isLastEpoch ? Long.MAX_VALUE : law.startNanos(epoch + 1));
    }

    private void close() {
        for (int i = 0; i < carried.length; i++) {
            if (carried[i] > 0) {
                if (flowsOf[i] == UNASKED) {
                    flowsOf[i] = flowsOf(law.book(epoch), i / sites, i % sites);
                }
                for (CountryFlow flow : flowsOf[i]) {
                    flow.add(interval, carried[i]);
                }
                carried[i] = 0;
            }
        }
    }

    private CountryFlow[] flowsOf(RuleBook book, int route, int site) {
        if (!book.happens(Stage.S3_TRANSIT, site)) {
            return new CountryFlow[0];
        }
        String from = book.subjectCountry(route);
        return book.placesOrUnknown(Stage.S3_TRANSIT, route, site).stream()
                .map(to -> flows.computeIfAbsent(from + "," + to, pair -> new CountryFlow(from, to, intervals.count())))
                .toArray(CountryFlow[]::new);
    }

    /** By countries, from and to. */
    List<CountryFlow> flows() {
        close();
        return new ArrayList<>(flows.values());
    }
}
