package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tafsim.model.AssetKind;
import org.tafsim.model.AssetSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.Stage;

/** What a {@link DataLedger} amounts to when the run is over: flows between countries, and bytes that broke rules. */
public final class DataReport {
    private final DataLedger ledger;
    private final LawTimeline law;
    private final List<List<AssetSpec>> assets;

    /**
     * Of a run.
     *
     * @param scenario as the law sees it, with the variants of applications
     */
    public DataReport(DataLedger ledger, Scenario scenario) {
        this.ledger = ledger;
        law = ledger.law();
        assets = scenario.apps().stream().map(Holdings::of).toList();
    }

    private record FlowKey(Stage stage, String data, String from, String to, boolean isOutside) {}

    /** Flows of the measured requests, by stage, data and countries. Data at two places count at both. */
    public List<DataFlow> flows() {
        Map<FlowKey, Double> sums = new TreeMap<>(Comparator.comparing(FlowKey::stage)
                .thenComparing(FlowKey::data)
                .thenComparing(FlowKey::from)
                .thenComparing(FlowKey::to));
        ledger.cells().forEach((app, route, site, segment, cell) -> {
            RuleBook book = law.book(ledger.epochOf(segment));
            add(sums, book, Stage.S3_TRANSIT, "transit", route, site, ledger.transitBytes(cell));
            for (AssetSpec asset : assets.get(app)) {
                AssetKind kind = asset.kind();
                add(sums, book, kind.stage(), kind.word(), route, site, ledger.processed(cell, asset));
            }
        });
        List<DataFlow> flows = new ArrayList<>();
        sums.forEach((key, bytes) ->
                flows.add(new DataFlow(key.stage(), key.data(), key.from(), key.to(), key.isOutside(), bytes)));
        return flows;
    }

    private static void add(
            Map<FlowKey, Double> sums, RuleBook book, Stage stage, String data, int route, int site, double bytes) {
        if (bytes == 0 || !book.happens(stage, site)) {
            return;
        }
        String from = book.subjectCountry(route);
        List<String> area = LegalArea.of(from);
        for (String to : book.placesOrUnknown(stage, route, site)) {
            sums.merge(new FlowKey(stage, data, from, to, !area.contains(to)), bytes, Double::sum);
        }
    }

    /**
     * Bytes of the measured requests at a check that they broke, known or not known to keep it.
     *
     * @return by rule id and stage, in the order of the rules; what broke nothing is left out
     */
    public Map<String, Map<Stage, Double>> brokenBytes() {
        Map<String, Map<Stage, Double>> sums = new TreeMap<>();
        ledger.cells().forEach((app, route, site, segment, cell) -> {
            RuleBook book = law.book(ledger.epochOf(segment));
            ProfileRow row = book.rowOfRoute(app, route);
            for (int check = 0; check < book.checks().size(); check++) {
                if (row.verdicts(check).at(site).isBroken()) {
                    RuleCheck broken = book.checks().get(check);
                    double bytes = bytesAt(broken.stage(), app, cell);
                    sums.computeIfAbsent(broken.rule().id(), id -> new EnumMap<>(Stage.class))
                            .merge(broken.stage(), bytes, Double::sum);
                }
            }
        });
        return sums;
    }

    private double bytesAt(Stage stage, int app, int cell) {
        if (stage == Stage.S3_TRANSIT) {
            return ledger.transitBytes(cell);
        }
        return assets.get(app).stream()
                .filter(asset -> asset.kind().stage() == stage)
                .mapToDouble(asset -> ledger.processed(cell, asset))
                .sum();
    }

    /** Completed measured requests by site. */
    public long[] requestsBySite() {
        long[] requests = new long[law.book(0).sites()];
        ledger.cells().forEach((app, route, site, segment, cell) -> requests[site] += ledger.requests(cell));
        return requests;
    }
}
