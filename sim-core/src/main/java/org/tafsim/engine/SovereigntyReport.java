package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tafsim.model.App;
import org.tafsim.model.AssetKind;
import org.tafsim.model.CutOff;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Regime;
import org.tafsim.model.Scenario;
import org.tafsim.model.Stage;
import org.tafsim.sovereignty.DataFlow;
import org.tafsim.sovereignty.DataReport;
import org.tafsim.sovereignty.DutyCount;
import org.tafsim.sovereignty.DutyReport;
import org.tafsim.sovereignty.Exposure;
import org.tafsim.sovereignty.ExposureReport;
import org.tafsim.sovereignty.LawTimeline;
import org.tafsim.sovereignty.SealGrades;

/** What a run did with data, and what the law and cut-offs did to it, as metrics; what a scenario does not have is left out. */
final class SovereigntyReport {

    /** Those of all requests, in the order of reports. */
    static final List<String> NAMES = List.of(
            "bytes_out",
            "effective_seal_at_least_1",
            "effective_seal_at_least_2",
            "effective_seal_at_least_3",
            "effective_seal_at_least_4",
            "csf_score",
            "union_assurance_mean",
            "duty_breaches",
            "overdue",
            "disclosures",
            "exposure",
            "exposure_unknown",
            "degraded",
            "redacted",
            "escalated",
            "held",
            "redaction_residual",
            "stranded_capacity",
            "overtaken_requests",
            "autonomy",
            "autonomy_half_life",
            "recovery_time");

    private static final double BYTES_PER_GB = 1e9;
    private static final double GB_HOURS = 1e9 * 3600;
    private static final double NANOS_PER_HOUR = 3.6e12;

    private final Scenario scenario;
    private final RunLedgers ledgers;
    private final DataReport data;
    private final List<DataFlow> flows;
    private final ExposureReport exposure;
    private final DutyReport duties;
    private final LawTimeline law;
    private final StrandedCapacity stranded;
    private final List<Metric> metrics = new ArrayList<>();

    SovereigntyReport(Scenario scenario, LawTimeline law, RunLedgers ledgers, StrandedCapacity stranded) {
        this.scenario = scenario;
        this.law = law;
        this.stranded = stranded;
        this.ledgers = ledgers;
        Scenario lawful = ledgers.variants().lawfulScenario();
        data = new DataReport(ledgers.data(), lawful);
        flows = data.flows();
        exposure = new ExposureReport(ledgers.data(), lawful);
        duties = new DutyReport(ledgers.data(), lawful);
    }

    /** Flows of data between countries. */
    List<DataFlow> flows() {
        return flows;
    }

    /** All metrics, in a stated order. */
    List<Metric> metrics() {
        metrics.clear();
        if (!scenario.sovereignty().rules().isEmpty()) {
            addBytesOut();
            addBrokenBytes();
            addSeal();
        }
        addDuties();
        addExposure();
        addExceptions();
        if (stranded.isEnforced()) {
            add("all", "stranded_capacity", "fraction", stranded.fraction());
        }
        if (law.epochs() > 1) {
            add("all", "overtaken_requests", "count", (double) ledgers.overtaken());
        }
        addAutonomy();
        return List.copyOf(metrics);
    }

    private void addBytesOut() {
        Map<Stage, Double> byStage = new TreeMap<>();
        for (DataFlow flow : flows) {
            byStage.merge(flow.stage(), flow.isOutside() ? flow.bytes() : 0, Double::sum);
        }
        add("all", "bytes_out", "GB", sum(byStage) / BYTES_PER_GB);
        byStage.forEach((stage, bytes) -> add("stage:" + stage, "bytes_out", "GB", bytes / BYTES_PER_GB));
    }

    private void addBrokenBytes() {
        data.brokenBytes()
                .forEach((rule, byStage) -> add("rule:" + rule, "violating_bytes", "GB", sum(byStage) / BYTES_PER_GB));
    }

    private static double sum(Map<Stage, Double> byStage) {
        return byStage.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Of completed requests at graded sites. */
    private void addSeal() {
        long[] requests = data.requestsBySite();
        SealGrades grades = new SealGrades();
        IntStream.range(0, requests.length)
                .forEach(site -> grades.add(law.book(0).seal(site), requests[site]));
        if (grades.graded() > 0) {
            for (int level = 1; level <= SealGrades.HIGHEST; level++) {
                add("all", "effective_seal_at_least_" + level, "fraction", grades.atLeast(level));
            }
            add("all", "csf_score", "percent", grades.meanScore());
        }
        addUnionAssurance(requests);
    }

    private void addUnionAssurance(long[] requests) {
        double graded = 0;
        double sum = 0;
        for (int site = 0; site < requests.length; site++) {
            java.util.OptionalInt level = scenario.sites().get(site).trust().unionAssuranceLevel();
            if (level.isPresent()) {
                graded += (double) requests[site];
                sum += (double) requests[site] * level.getAsInt();
            }
        }
        if (graded > 0) {
            add("all", "union_assurance_mean", "level", sum / graded);
        }
    }

    private void addDuties() {
        Map<String, DutyCount> byRule = duties.byRule();
        if (byRule.isEmpty()) {
            return;
        }
        addDuties("all", byRule.values().stream().reduce(DutyCount.NONE, DutyCount::plus));
        byRule.forEach((rule, count) -> addDuties("rule:" + rule, count));
    }

    private void addDuties(String scope, DutyCount count) {
        add(scope, "duty_breaches", "count", (double) count.breaches());
        add(scope, "overdue", "GB.h", count.overdueByteSeconds() / GB_HOURS);
        add(scope, "disclosures", "count", (double) count.disclosures());
    }

    private void addExposure() {
        Map<AssetKind, Exposure> byKind = exposure.byKind();
        if (byKind.isEmpty()) {
            return;
        }
        double denied = byKind.values().stream()
                .mapToDouble(Exposure::deniedByteSeconds)
                .sum();
        double unknown = byKind.values().stream()
                .mapToDouble(Exposure::unknownByteSeconds)
                .sum();
        add("all", "exposure", "GB.h", denied / GB_HOURS);
        add("all", "exposure_unknown", "GB.h", unknown / GB_HOURS);
        byKind.forEach((kind, of) -> add("data:" + kind.word(), "exposure", "GB.h", of.deniedByteSeconds() / GB_HOURS));
        for (Regime regime : scenario.sovereignty().regimes()) {
            add(
                    "regime:" + regime.id(),
                    "compelled_exposure",
                    "GB.h",
                    exposure.compelledByteSeconds(regime.id()) / GB_HOURS);
        }
    }

    private void addExceptions() {
        boolean isTried = scenario.apps().stream()
                .map(App::terms)
                .anyMatch(terms -> !(terms.onInfeasible() instanceof OnInfeasible.Reject));
        if (isTried) {
            Exceptions exceptions = ledgers.exceptions();
            add("all", "degraded", "count", sum(exceptions::degraded));
            add("all", "redacted", "count", sum(exceptions::redacted));
            add("all", "escalated", "count", sum(exceptions::escalated));
            add("all", "held", "count", sum(exceptions::heldRequests));
            add("all", "redaction_residual", "count", residual());
        }
    }

    /** Redacted requests in which something is expected to have been overlooked. */
    private double residual() {
        double sum = 0;
        for (int app = 0; app < scenario.apps().size(); app++) {
            if (scenario.apps().get(app).terms().onInfeasible() instanceof OnInfeasible.Redact redact) {
                sum += redact.residualRisk() * (double) ledgers.exceptions().redacted(app);
            }
        }
        return sum;
    }

    private double sum(java.util.function.IntToLongFunction ofApp) {
        return (double)
                IntStream.range(0, scenario.apps().size()).mapToLong(ofApp).sum();
    }

    private void addAutonomy() {
        ledgers.autonomy().ifPresent(curve -> {
            curve.mean().ifPresent(mean -> add("all", "autonomy", "fraction", mean));
            curve.halfLifeNanos().ifPresent(nanos -> add("all", "autonomy_half_life", "h", hours(nanos)));
            curve.recoveryNanos().ifPresent(nanos -> add("all", "recovery_time", "h", hours(nanos)));
            for (CutOff cutOff : scenario.sovereignty().cutOffs()) {
                add("cut:" + cutOff.id(), "data_out_of_reach", "GB", exposure.bytesOutOfReach(cutOff) / BYTES_PER_GB);
            }
        });
    }

    private static double hours(long nanos) {
        return nanos / NANOS_PER_HOUR;
    }

    private void add(String scope, String name, String unit, double value) {
        metrics.add(new Metric(scope, name, unit, value));
    }
}
