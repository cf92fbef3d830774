package org.tafsim.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.LengthSpec.LogNormalMixture;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.Scenario;
import org.tafsim.testing.ScenarioBuilder;

class RequestSourceTest {
    private static final LengthSpec PROMPT =
            new LengthSpec.Quantiles(new QuantileTable(List.of(0.0, 1.0), List.of(1.0, 4000.0)));
    private static final LengthSpec OUTPUT =
            new LogNormalMixture(List.of(new LogNormalMixture.Component(1, 5, 1)), 2000);

    /** What a request brings along whenever it comes. */
    private record Attributes(long sequence, int population, int promptTokens, int outputTokens) {}

    @Test
    void sameSeedAndReplicationGiveTheSameRequests() {
        assertThat(first(500, source(1, 0))).isEqualTo(first(500, source(1, 0)));
        assertThat(first(500, source(1, 0)))
                .doesNotContainAnyElementsOf(first(500, source(2, 0)))
                .doesNotContainAnyElementsOf(first(500, source(1, 1)));
    }

    @Test
    void attributesBelongToTheRequestAndNotToItsArrival() {
        Scenario slow = scenario(new ArrivalSpec.Poisson(1));
        Scenario fast = scenario(new ArrivalSpec.Renewal(50, ArrivalSpec.Renewal.Family.GAMMA, 3));

        assertThat(first(500, RequestSource.of(slow, 0, new RandomStreams(1, 0), TraceOpener.NONE)))
                .isEqualTo(first(500, RequestSource.of(fast, 0, new RandomStreams(1, 0), TraceOpener.NONE)));
    }

    @Test
    void askingTwiceGivesTheSameAnswerAndAskingNotAtAllChangesNothing() {
        RequestSource asked = source(1, 0);
        RequestSource ignored = source(1, 0);
        for (int i = 0; i < 100; i++) {
            asked.advance();
            ignored.advance();
            assertThat(asked.promptTokens()).isEqualTo(asked.promptTokens());
            assertThat(asked.arrivalNanos()).isEqualTo(asked.arrivalNanos());
        }

        assertThat(attributes(asked)).isEqualTo(attributes(ignored));
    }

    @Test
    void applicationsDoNotShareTheirNumbers() {
        Scenario two = new ScenarioBuilder()
                .populations(1, 3)
                .app("chat", new ArrivalSpec.Poisson(10), Optional.empty(), PROMPT, OUTPUT)
                .app("voice", new ArrivalSpec.Poisson(10), Optional.empty(), PROMPT, OUTPUT)
                .build();
        RandomStreams streams = new RandomStreams(1, 0);
        RequestSource voice = RequestSource.of(two, 1, streams, TraceOpener.NONE);

        assertThat(first(500, RequestSource.of(two, 0, streams, TraceOpener.NONE)))
                .isEqualTo(first(500, source(1, 0)))
                .doesNotContainAnyElementsOf(first(500, voice));
    }

    @Test
    void populationsSendInProportionToTheirWeights() {
        int n = 40_000;
        int[] counts = new int[2];
        for (Attributes request : first(n, source(1, 0))) {
            counts[request.population()]++;
        }

        double fiveDeviations = 5 * Math.sqrt(n * 0.25 * 0.75);
        assertThat(Math.abs(counts[0] - n * 0.25)).isLessThan(fiveDeviations);
    }

    @Test
    void anApplicationUsedByOneOfManyPopulationsIsSentByThatOne() {
        Scenario all = new ScenarioBuilder().populations(1, 1, 1).build();
        Scenario one = scenario(new ArrivalSpec.Poisson(1));
        Scenario mixed = new Scenario(
                one.name(),
                one.description(),
                one.run(),
                one.operators(),
                one.services(),
                one.sites(),
                all.upfs(),
                all.accesses(),
                List.of(
                        all.populations().get(2),
                        all.populations().get(0),
                        all.populations().get(1)),
                one.replicas(),
                one.apps(),
                one.transport(),
                one.sovereignty(),
                one.policies());

        RequestSource source = RequestSource.of(mixed, 0, new RandomStreams(1, 0), TraceOpener.NONE);

        assertThat(first(200, source)).extracting(Attributes::population).containsOnly(1, 2);
    }

    @Test
    void aTraceBringsTimesAndTokensAndThePopulationIsDrawn() {
        ListedTrace trace = new ListedTrace(new long[] {0, 374, 44}, new long[] {4_314_579_000L, 396, 109});
        Scenario replay = scenario(new ArrivalSpec.Trace("conv.csv", 1));
        RequestSource source = RequestSource.of(replay, 0, new RandomStreams(1, 0), opened -> trace);
        RequestSource drawn = source(1, 0);

        assertThat(source.advance() && drawn.advance()).isTrue();
        assertThat(attributes(source)).isEqualTo(new Attributes(0, drawn.populationIndex(), 374, 44));
        assertThat(source.advance()).isTrue();
        assertThat(source.arrivalNanos()).isEqualTo(4_314_579_000L);
        assertThat(source.promptTokens()).isEqualTo(396);
        assertThat(source.outputTokens()).isEqualTo(109);
        assertThat(source.advance()).isFalse();
        assertThat(source.advance()).isFalse();
        source.close();
        assertThat(trace.closings()).isOne();
    }

    private static Scenario scenario(ArrivalSpec arrivals) {
        return new ScenarioBuilder()
                .populations(1, 3)
                .app("chat", arrivals, Optional.empty(), PROMPT, OUTPUT)
                .build();
    }

    private static RequestSource source(long seed, int replication) {
        return RequestSource.of(
                scenario(new ArrivalSpec.Poisson(10)), 0, new RandomStreams(seed, replication), TraceOpener.NONE);
    }

    private static Attributes attributes(RequestSource source) {
        return new Attributes(
                source.sequence(), source.populationIndex(), source.promptTokens(), source.outputTokens());
    }

    private static List<Attributes> first(int count, RequestSource source) {
        List<Attributes> requests = new ArrayList<>();
        while (requests.size() < count && source.advance()) {
            requests.add(attributes(source));
        }
        return requests;
    }
}
