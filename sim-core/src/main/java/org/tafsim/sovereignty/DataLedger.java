package org.tafsim.sovereignty;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tafsim.model.App;
import org.tafsim.model.AssetSpec;
import org.tafsim.model.CutOff;
import org.tafsim.model.Remedy;
import org.tafsim.model.RunIntervals;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;

/**
 * Where the data of a run went and where they rest: bytes by application, route, site and time, from which flows and exposure
 * follow when the run is over ({@link DataReport}). Recording is a few additions. Not thread safe.
 *
 * <p>Times are cut where anything can change, for data that are kept for each of the applications' retention times, so that
 * sums over the requests of a stretch give integrals over time exactly.
 */
public final class DataLedger {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LawTimeline law;
    private final RuleBook first;
    private final Segments segments;
    private final DataCells cells;
    private final TransitFlows flows;

    /**
     * An empty ledger.
     *
     * @param scenario as the law sees it, with the variants of applications
     */
    public DataLedger(LawTimeline law, Scenario scenario) {
        this.law = law;
        segments = new Segments(boundaries(law, scenario));
        first = law.book(0);
        cells = new DataCells(first.apps(), first.routes(), first.sites(), segments.count());
        flows = new TransitFlows(law, RunIntervals.of(scenario.run()));
    }

    private static LongStream boundaries(LawTimeline law, Scenario scenario) {
        long[] keeps = LongStream.concat(LongStream.of(0), keepTimes(scenario))
                .distinct()
                .toArray();
        return LongStream.concat(
                        LongStream.concat(instants(law, scenario.run()), cutOffs(scenario)),
                        erasures(law, scenario.sovereignty().remedy()))
                .flatMap(at -> LongStream.concat(
                        LongStream.of(at), LongStream.of(keeps).map(keep -> at - keep)));
    }

    private static LongStream keepTimes(Scenario scenario) {
        return scenario.apps().stream()
                .map(App::terms)
                .flatMap(terms -> terms.assets().stream())
                .mapToLong(AssetSpec::keepNanos);
    }

    private static LongStream instants(LawTimeline law, RunSpec run) {
        return LongStream.concat(
                LongStream.of(run.warmupNanos(), run.horizonNanos()),
                IntStream.range(1, law.epochs()).mapToLong(law::startNanos));
    }

    private static LongStream cutOffs(Scenario scenario) {
        return scenario.sovereignty().cutOffs().stream().mapToLong(CutOff::atNanos);
    }

    private static LongStream erasures(LawTimeline law, Remedy remedy) {
        return remedy instanceof Remedy.Erase erase
                ? IntStream.range(1, law.epochs()).mapToLong(epoch -> law.startNanos(epoch) + erase.afterNanos())
                : LongStream.empty();
    }

    /** Counts bytes carried between a population and a site, either way, now. */
    public void recordTransit(int app, int population, int site, long nowNanos, long bytes) {
        cells.add(cell(app, population, site, nowNanos), DataCells.TRANSIT_BYTES, (double) bytes);
        flows.add(first.route(population), site, nowNanos, bytes);
    }

    /**
     * Counts a request that has completed, now: its data come to rest.
     *
     * @param app number by which the law knows its application or variant
     * @param isMeasured whether it counts among what was processed
     */
    public void recordEnd(
            int app, int population, int site, long nowNanos, int promptTokens, int outputTokens, boolean isMeasured) {
        int cell = cell(app, population, site, nowNanos);
        if (isMeasured) {
            cells.add(cell, DataCells.REQUESTS, 1);
            cells.add(cell, DataCells.PROMPT_TOKENS, promptTokens);
            cells.add(cell, DataCells.OUTPUT_TOKENS, outputTokens);
        }
        double seconds = nowNanos / NANOS_PER_SECOND;
        cells.add(cell, DataCells.KEPT, 1);
        cells.add(cell, DataCells.KEPT_PROMPT, promptTokens);
        cells.add(cell, DataCells.KEPT_OUTPUT, outputTokens);
        cells.add(cell, DataCells.KEPT_TIME, seconds);
        cells.add(cell, DataCells.KEPT_PROMPT_TIME, seconds * promptTokens);
        cells.add(cell, DataCells.KEPT_OUTPUT_TIME, seconds * outputTokens);
    }

    private int cell(int app, int population, int site, long nowNanos) {
        return cells.of(app, first.route(population), site, segments.of(nowNanos));
    }

    /** Bytes carried from country to country in each interval of the run, by these countries. */
    public List<CountryFlow> flowsOverTime() {
        return flows.flows();
    }

    /** Bytes carried in all. */
    public long transitBytes() {
        return (long) cells.total(DataCells.TRANSIT_BYTES);
    }

    /** What came to rest in a cell, of one kind of data. */
    Retained retained(int cell, int segment, AssetSpec asset) {
        return new Retained(
                asset.bytes(
                        cells.get(cell, DataCells.KEPT),
                        cells.get(cell, DataCells.KEPT_PROMPT),
                        cells.get(cell, DataCells.KEPT_OUTPUT)),
                asset.bytes(
                        cells.get(cell, DataCells.KEPT_TIME),
                        cells.get(cell, DataCells.KEPT_PROMPT_TIME),
                        cells.get(cell, DataCells.KEPT_OUTPUT_TIME)),
                asset.keepNanos() / NANOS_PER_SECOND,
                segments.middleNanos(segment) / NANOS_PER_SECOND);
    }

    /** Bytes of one kind of data that the measured requests of a cell left behind. */
    double processed(int cell, AssetSpec asset) {
        return asset.bytes(
                cells.get(cell, DataCells.REQUESTS),
                cells.get(cell, DataCells.PROMPT_TOKENS),
                cells.get(cell, DataCells.OUTPUT_TOKENS));
    }

    /** Bytes carried in a cell. */
    double transitBytes(int cell) {
        return cells.get(cell, DataCells.TRANSIT_BYTES);
    }

    /** Measured requests of a cell that completed. */
    long requests(int cell) {
        return (long) cells.get(cell, DataCells.REQUESTS);
    }

    DataCells cells() {
        return cells;
    }

    LawTimeline law() {
        return law;
    }

    /** The epoch in which a segment lies. */
    int epochOf(int segment) {
        return law.epochAt((long) Math.floor(segments.middleNanos(segment)));
    }
}
