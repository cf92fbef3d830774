package org.tafsim.sovereignty;

import java.util.ArrayList;
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

    private final LawTimeline law;
    private final RunIntervals intervals;
    private final int sites;
    private final long[] carried;
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
        epoch = law.epochAt(nowNanos);
        sinceNanos = Math.max(intervals.beginNanos(interval), law.startNanos(epoch));
        boolean isLastEpoch = epoch + 1 == law.epochs();
        untilNanos = Math.min(
                interval + 1 < intervals.count() ? intervals.endNanos(interval) : Long.MAX_VALUE,
                isLastEpoch ? Long.MAX_VALUE : law.startNanos(epoch + 1));
    }

    private void close() {
        RuleBook book = law.book(epoch);
        for (int i = 0; i < carried.length; i++) {
            if (carried[i] > 0) {
                close(book, i / sites, i % sites, carried[i]);
                carried[i] = 0;
            }
        }
    }

    private void close(RuleBook book, int route, int site, long bytes) {
        if (!book.happens(Stage.S3_TRANSIT, site)) {
            return;
        }
        String from = book.subjectCountry(route);
        for (String to : book.placesOrUnknown(Stage.S3_TRANSIT, route, site)) {
            flows.computeIfAbsent(from + "," + to, pair -> new CountryFlow(from, to, intervals.count()))
                    .add(interval, bytes);
        }
    }

    /** By countries, from and to. */
    List<CountryFlow> flows() {
        close();
        return new ArrayList<>(flows.values());
    }
}
