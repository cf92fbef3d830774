package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.AssetKind;
import org.tafsim.model.AssetSpec;
import org.tafsim.model.Condition;
import org.tafsim.model.CutOff;
import org.tafsim.model.DataClass;
import org.tafsim.model.DataTerms;
import org.tafsim.model.Duty;
import org.tafsim.model.Fact;
import org.tafsim.model.LegalChange;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Remedy;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Stage;
import org.tafsim.model.Tenant;
import org.tafsim.serving.StepMode;

/** Requests whose law changes, whose places close, and whose data stay behind. */
class LawDuringARunTest {

    private static final long SECOND = 1_000_000_000L;
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    @Test
    void aPlaceThatBecomesUnlawfulIsNotChosenAnyMore() {
        Scenario scenario = new SmallWorld()
                .ruleMode(Rule.Mode.ENFORCE)
                .law(law -> changed(law, 40 * SECOND, only("DE")))
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        assertThat(run.measured())
                .filteredOn(request -> request.arrivalNanos() < 40 * SECOND)
                .anyMatch(at("zurich"));
        assertThat(run.measured())
                .filteredOn(request -> request.arrivalNanos() >= 40 * SECOND)
                .isNotEmpty()
                .allMatch(at("munich"));
    }

    @Test
    void requestsAreHeldUntilTheLawOpensAPlaceOrPatienceEnds() {
        Scenario scenario = new SmallWorld()
                .ruleMode(Rule.Mode.ENFORCE)
                .terms(terms(new OnInfeasible.Queue(10 * SECOND)))
                .law(law -> changed(law.with(only("FR")), 40 * SECOND, only("DE")))
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);

        for (RequestRecord request : run.measured()) {
            boolean isInTime = request.arrivalNanos() >= 30 * SECOND;
            assertThat(request.outcome()).isEqualTo(isInTime ? Outcome.COMPLETED : Outcome.REJECTED_NO_LAWFUL_PLACE);
            if (!isInTime) {
                assertThat(request.endNanos()).isEqualTo(request.arrivalNanos() + 10 * SECOND);
            }
        }
        assertThat(run.metric("all", "held")).isPositive();
    }

    @Test
    void redactionPlacesByTheLabelItLeavesAndEscalationCountsWhatItBreaks() {
        Scenario redacted = new SmallWorld()
                .ruleMode(Rule.Mode.ENFORCE)
                .terms(terms(new OnInfeasible.Redact(DataClass.INT, 0.1)))
                .law(law -> law.with(only("FR")))
                .build();
        Scenario escalated = new SmallWorld()
                .ruleMode(Rule.Mode.ENFORCE)
                .terms(terms(new OnInfeasible.Escalate()))
                .law(law -> law.with(only("FR")))
                .build();

        Trajectory lowered = SmallWorld.run(redacted, SmallWorld.inTurn(), AUDITED);
        Trajectory excepted = SmallWorld.run(escalated, SmallWorld.inTurn(), AUDITED);

        double requests = lowered.measured().size();
        assertThat(lowered.metric("all", "redacted")).isEqualTo(requests);
        assertThat(lowered.metric("all", "redaction_residual")).isCloseTo(0.1 * requests, within(1e-9));
        assertThat(lowered.metric("all", "violations")).isZero(); // the rule speaks of PER, and they are INT now
        assertThat(excepted.metric("all", "escalated")).isEqualTo(requests);
        assertThat(excepted.metric("all", "violations")).isEqualTo(requests);
    }

    @ParameterizedTest
    @EnumSource(StepMode.class)
    void aCutOffStopsWhatTheRegimeReachesAndItsRequestsGoElsewhere(StepMode mode) {
        Scenario scenario = new SmallWorld()
                .americanCloud()
                .requestsPerSecond(12)
                .law(law -> cut(law, 40 * SECOND, 55 * SECOND))
                .build();
        RunOptions options = new RunOptions(KernelKind.CALENDAR, mode, true);

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), options);
        Trajectory expected = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        assertThat(run.requests()).isEqualTo(expected.requests());
        assertThat(run.measured())
                .filteredOn(request -> request.arrivalNanos() >= 40 * SECOND && request.arrivalNanos() < 55 * SECOND)
                .isNotEmpty()
                .noneMatch(at("virginia"));
        assertThat(run.measured())
                .filteredOn(request -> request.arrivalNanos() >= 55 * SECOND)
                .anyMatch(at("virginia"));
        assertThat(run.metric("all", "lost")).isZero(); // all were placed again
        assertThat(run.metric("all", "completed")).isEqualTo(run.measured().size());
    }

    @Test
    void withoutAnywhereElseRequestsAreLostAndNewOnesFindNoPlaceOpen() {
        Scenario scenario = new SmallWorld()
                .ruleMode(Rule.Mode.ENFORCE)
                .requestsPerSecond(4)
                .law(law -> cutOperator(law.with(only("DE")), 40 * SECOND))
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);

        assertThat(run.metric("all", "lost")).isPositive();
        assertThat(run.measured())
                .filteredOn(request -> request.arrivalNanos() > 40 * SECOND)
                .isNotEmpty()
                .allMatch(request -> request.outcome() == Outcome.REJECTED_UNAVAILABLE);
        assertThat(run.metric("all", "autonomy")).isZero();
        assertThat(run.metric("all", "autonomy_half_life")).isZero();
    }

    @Test
    void aLicenseRunsOutAfterItsGrace() {
        Scenario scenario = new SmallWorld()
                .munichUses(ServiceRole.LICENSE, "cloud")
                .law(law -> cut(law, 40 * SECOND, 100 * SECOND))
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        assertThat(run.measured())
                .filteredOn(request -> request.arrivalNanos() > 40 * SECOND && request.arrivalNanos() < 44 * SECOND)
                .anyMatch(at("munich"));
        assertThat(run.measured())
                .filteredOn(request -> request.arrivalNanos() > 45 * SECOND)
                .isNotEmpty()
                .noneMatch(at("munich"));
    }

    @Test
    void bytesInTheLedgerAreThoseOfTheNetwork() {
        Scenario scenario = new SmallWorld().build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        double expected = 0;
        for (RequestRecord request : run.measured()) {
            expected += 1000 + 4.0 * request.promptTokens() + 250.0 * request.outputTokens();
        }
        double carriedThroughGermany = run.result().flows().stream()
                .filter(flow ->
                        flow.data().equals("transit") && flow.toCountry().equals("DE"))
                .mapToDouble(org.tafsim.sovereignty.DataFlow::bytes)
                .sum();
        assertThat(carriedThroughGermany).isEqualTo(expected); // every path begins there
    }

    @Test
    void exposureIsTheStockOfLogsTimesTheTimeTheyLayThereUnlawfully() {
        AssetSpec log = new AssetSpec(AssetKind.LOG, 1000, 0, 0, 20 * SECOND);
        Rule logs = new Rule(
                "logs-in-DE",
                "test",
                Rule.Status.CONTRACT,
                Rule.Mode.AUDIT,
                List.of(Stage.S9_OBSERVABILITY),
                new Condition.AllOf(List.of()),
                new Condition.In(Fact.PLACE_COUNTRY, List.of("DE")));
        Scenario scenario = new SmallWorld()
                .terms(new DataTerms(
                        List.of(),
                        "service",
                        List.of(),
                        "minimal",
                        List.of(log),
                        Tenant.UNSTATED,
                        new OnInfeasible.Reject()))
                .law(law -> law.with(List.of(logs)))
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.always(1), AUDITED); // Zurich, where its logs are

        double byteSeconds = 0;
        for (RequestRecord request : run.requests()) {
            double from = Math.max(10, request.endNanos() / 1e9);
            double to = Math.min(70, request.endNanos() / 1e9 + 20);
            byteSeconds += request.outcome() == Outcome.COMPLETED ? 1000 * Math.max(0, to - from) : 0;
        }
        assertThat(run.metric("all", "exposure")).isCloseTo(byteSeconds / 3.6e12, within(1e-12));
        assertThat(run.metric("data:log", "exposure")).isPositive();
        assertThat(run.metric("all", "exposure_unknown")).isZero();
    }

    @Test
    void erasureEndsTheExposureThatAChangeOfLawBegan() {
        Scenario kept = lawThatTurns(new Remedy.Keep());
        Scenario erased = lawThatTurns(new Remedy.Erase(2 * SECOND));

        double without = exposure(kept);
        double with = exposure(erased);

        assertThat(without).isPositive();
        assertThat(with).isPositive().isLessThan(without);
    }

    @Test
    void dutiesCountWhatIsKeptTooLongOrNotLongEnough() {
        Rule erase = duties("erase", new Duty.DeleteWithin(List.of(AssetKind.LOG), 5 * SECOND));
        Rule keep = duties("keep", new Duty.RetainAtLeast(List.of(AssetKind.LOG, AssetKind.BILLING), 10 * SECOND));
        Rule tell = duties("tell", new Duty.Disclose(List.of("actor.exposure")));
        Scenario scenario = new SmallWorld()
                .terms(leaving(new AssetSpec(AssetKind.LOG, 1000, 0, 0, 20 * SECOND)))
                .law(law -> law.with(List.of(erase, keep, tell)))
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);

        double completed = run.metric("all", "completed");
        assertThat(run.metric("rule:erase", "duty_breaches")).isEqualTo(completed);
        assertThat(run.metric("rule:erase", "overdue")).isCloseTo(completed * 1000 * 15 / 3.6e12, within(1e-12));
        assertThat(run.metric("rule:keep", "duty_breaches"))
                .isEqualTo(completed); // billing records are not kept at all
        assertThat(run.metric("rule:tell", "disclosures")).isEqualTo(completed);
        assertThat(run.metric("all", "duty_breaches")).isEqualTo(2 * completed);
    }

    @Test
    void idleCapacityIsStrandedWhereRequestsThatItCouldServeWaitElsewhereByLaw() {
        Scenario confined = new SmallWorld()
                .requestsPerSecond(60)
                .oneByOne(300)
                .ruleMode(Rule.Mode.ENFORCE)
                .law(law -> law.with(only("DE")))
                .build();
        Scenario free = new SmallWorld()
                .requestsPerSecond(60)
                .oneByOne(300)
                .ruleMode(Rule.Mode.ENFORCE)
                .law(law -> law.with(only("DE", "CH", "US")))
                .build();

        assertThat(SmallWorld.run(confined, SmallWorld.always(0), AUDITED).metric("all", "stranded_capacity"))
                .isCloseTo(2.0 / 3, within(1e-9)); // two replicas of three
        assertThat(SmallWorld.run(free, SmallWorld.always(0), AUDITED).metric("all", "stranded_capacity"))
                .isZero(); // the policy leaves them idle, not the law
    }

    private static Rule duties(String id, Duty duty) {
        return new Rule(
                id,
                "test",
                Rule.Status.CONTRACT,
                Rule.Mode.AUDIT,
                List.of(Stage.S12_RETENTION),
                new Condition.AllOf(List.of()),
                new Condition.AllOf(List.of()),
                List.of(duty));
    }

    private static DataTerms leaving(AssetSpec asset) {
        return new DataTerms(
                List.of(), "service", List.of(), "minimal", List.of(asset), Tenant.UNSTATED, new OnInfeasible.Reject());
    }

    private static double exposure(Scenario scenario) {
        return SmallWorld.run(scenario, SmallWorld.always(0), AUDITED).metric("all", "exposure");
    }

    /** Caches of Munich are lawful up to 40 s; new requests find no lawful place then, so that only old data count. */
    private static Scenario lawThatTurns(Remedy remedy) {
        AssetSpec cache = new AssetSpec(AssetKind.KV_BLOCK, 0, 1000, 0, 60 * SECOND);
        return new SmallWorld()
                .terms(new DataTerms(
                        List.of(),
                        "service",
                        List.of(),
                        "minimal",
                        List.of(cache),
                        Tenant.UNSTATED,
                        new OnInfeasible.Reject()))
                .law(law -> new SovereigntySpec(
                        law.regimes(),
                        cached("DE"),
                        law.reach(),
                        List.of(new LegalChange(40 * SECOND, "turn", Optional.of(cached("FR")), List.of(), Map.of())),
                        List.of(),
                        remedy))
                .build();
    }

    private static List<Rule> cached(String country) {
        return List.of(new Rule(
                "cache",
                "test",
                Rule.Status.CONTRACT,
                Rule.Mode.ENFORCE,
                List.of(Stage.S7_CACHE),
                new Condition.AllOf(List.of()),
                new Condition.In(Fact.PLACE_COUNTRY, List.of(country))));
    }

    private static DataTerms terms(OnInfeasible action) {
        return new DataTerms(List.of(), "service", List.of(), "minimal", List.of(), Tenant.UNSTATED, action);
    }

    private static List<Rule> only(String... countries) {
        return List.of(new Rule(
                "stay-near",
                "test",
                Rule.Status.CONTRACT,
                Rule.Mode.ENFORCE,
                List.of(Stage.S5_PROCESSING),
                new Condition.ClassAtLeast(DataClass.PER),
                new Condition.In(Fact.PLACE_COUNTRY, List.of(countries))));
    }

    private static SovereigntySpec changed(SovereigntySpec law, long atNanos, List<Rule> rules) {
        LegalChange change = new LegalChange(atNanos, "turn", Optional.of(rules), List.of(), Map.of());
        return new SovereigntySpec(
                law.regimes(), law.rules(), law.reach(), List.of(change), law.cutOffs(), law.remedy());
    }

    private static SovereigntySpec cut(SovereigntySpec law, long atNanos, long restoreNanos) {
        return with(
                law,
                new CutOff(
                        atNanos,
                        OptionalLong.of(restoreNanos),
                        CutOff.Target.REGIME,
                        "US",
                        CutOff.USUAL_RESTART_NANOS));
    }

    private static SovereigntySpec cutOperator(SovereigntySpec law, long atNanos) {
        return with(
                law,
                new CutOff(atNanos, OptionalLong.empty(), CutOff.Target.OPERATOR, "telco", CutOff.USUAL_RESTART_NANOS));
    }

    private static SovereigntySpec with(SovereigntySpec law, CutOff cutOff) {
        return new SovereigntySpec(
                law.regimes(), law.rules(), law.reach(), law.changes(), List.of(cutOff), law.remedy());
    }

    private static java.util.function.Predicate<RequestRecord> at(String site) {
        return request -> request.replica().endsWith(site);
    }
}
