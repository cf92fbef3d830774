package org.tafsim.sovereignty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tafsim.model.AssetKind;
import org.tafsim.model.AssetSpec;
import org.tafsim.model.Duty;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;

/**
 * Duties that come with rules, against how long data are kept: clocks start when a request ends and stop at the application's
 * retention, so that no deadline needs to be waited for, even one beyond the end of the run. Of measured requests.
 */
public final class DutyReport {
    private static final double NANOS_PER_SECOND = 1e9;

    private final DataLedger ledger;
    private final LawTimeline law;
    private final List<List<AssetSpec>> assets;

    /**
     * Of a run.
     *
     * @param scenario as the law sees it, with the variants of applications
     */
    public DutyReport(DataLedger ledger, Scenario scenario) {
        this.ledger = ledger;
        law = ledger.law();
        assets = scenario.apps().stream().map(Holdings::of).toList();
    }

    /** By rule, in the order of the first epoch that knows it; rules without duties, and those in shadow, are left out. */
    public Map<String, DutyCount> byRule() {
        Map<String, DutyCount> sums = new LinkedHashMap<>();
        for (int epoch = 0; epoch < law.epochs(); epoch++) {
            for (RuleCheck check : law.book(epoch).checks()) {
                if (isCounted(check.rule())) {
                    sums.putIfAbsent(check.rule().id(), DutyCount.NONE);
                }
            }
        }
        ledger.cells().forEach((app, route, site, segment, cell) -> {
            RuleBook book = law.book(ledger.epochOf(segment));
            speaking(book, app, route, site)
                    .forEach(rule -> sums.merge(rule.id(), count(rule, app, cell), DutyCount::plus));
        });
        return sums;
    }

    private static boolean isCounted(Rule rule) {
        return !rule.duties().isEmpty() && rule.mode() != Rule.Mode.SHADOW;
    }

    /** Rules with duties that speak, or may speak, of such requests at a site, at one of their stages or more. */
    private static List<Rule> speaking(RuleBook book, int app, int route, int site) {
        ProfileRow row = book.rowOfRoute(app, route);
        return IntStream.range(0, book.checks().size())
                .filter(check -> isCounted(book.checks().get(check).rule())
                        && row.verdicts(check).at(site) != Verdict.SILENT)
                .mapToObj(check -> book.checks().get(check).rule())
                .distinct()
                .toList();
    }

    private DutyCount count(Rule rule, int app, int cell) {
        DutyCount sum = DutyCount.NONE;
        for (Duty duty : rule.duties()) {
            sum = sum.plus(count(duty, app, cell));
        }
        return sum;
    }

    private DutyCount count(Duty duty, int app, int cell) {
        long requests = ledger.requests(cell);
        if (duty instanceof Duty.DeleteWithin delete) {
            return delete.assets().stream()
                    .map(kind -> late(kind, delete.nanos(), app, cell))
                    .reduce(DutyCount.NONE, DutyCount::plus);
        }
        if (duty instanceof Duty.RetainAtLeast retain) {
            long tooShort = retain.assets().stream()
                    .filter(kind -> keptNanos(kind, app) < retain.nanos())
                    .count();
            return new DutyCount(tooShort * requests, 0, 0);
        }
        return new DutyCount(0, 0, requests);
    }

    private DutyCount late(AssetKind kind, long limitNanos, int app, int cell) {
        DutyCount sum = DutyCount.NONE;
        for (AssetSpec asset : assets.get(app)) {
            if (asset.kind() == kind && asset.keepNanos() > limitNanos) {
                double seconds = (asset.keepNanos() - limitNanos) / NANOS_PER_SECOND;
                double byteSeconds = ledger.processed(cell, asset) * seconds;
                sum = sum.plus(new DutyCount(ledger.requests(cell), byteSeconds, 0));
            }
        }
        return sum;
    }

    /** How long data of a kind are kept; 0 where none are. */
    private long keptNanos(AssetKind kind, int app) {
        return assets.get(app).stream()
                .filter(asset -> asset.kind() == kind)
                .mapToLong(AssetSpec::keepNanos)
                .max()
                .orElse(0);
    }
}
