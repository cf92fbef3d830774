package org.tafsim.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tafsim.engine.DemandReader.Asked;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.Pipeline.Step;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.network.LeastDelays;
import org.tafsim.serving.LeastTime;
import org.tafsim.workload.StageDraws;

/** The least that requests can take from their users over their replicas and back. */
final class LeastWays {
    private static final long NEVER = RequestDemand.NEVER;

    private final Scenario scenario;
    private final AppVariants variants;
    private final FeasiblePlaces places;
    private final PipelineTable pipelines;
    private final List<StageDraws> draws;
    private final LeastDelays delays;
    private final LeastTime[] times;
    private final int[] sites;

    /** What reaches a stage, and what of it is ahead of the rest. */
    private record Load(int input, int output, int handedTokens, boolean isKnown) {}

    /** A stage at its places: when the first token is out, the handed over ones, and the last (ns since arrival). */
    private static final class Served {
        private final int[] places;
        private final long[] first;
        private final long[] handed;
        private final long[] last;

        private Served(int[] places) {
            this.places = places;
            first = new long[places.length];
            handed = new long[places.length];
            last = new long[places.length];
        }
    }

    LeastWays(
            Scenario scenario,
            AppVariants variants,
            RandomStreams streams,
            FeasiblePlaces places,
            Map<String, Asked> typical) {
        this.scenario = scenario;
        this.variants = variants;
        this.places = places;
        pipelines = new PipelineTable(scenario, variants, streams);
        draws = scenario.apps().stream()
                .map(app -> new StageDraws(streams, app))
                .toList();
        delays = new LeastDelays(scenario, streams.keyed(StreamUse.NETWORK));
        sites = places.places().stream().mapToInt(AlikeReplicas::site).toArray();
        times = new LeastTime[sites.length];
        LeastTimes known = new LeastTimes();
        for (int place = 0; place < times.length; place++) {
            ServedReplica replica = scenario.replicas()
                    .get(places.places().get(place).replicas().get(0));
            Asked usual = typical.getOrDefault(replica.model().id(), new Asked(0, 0, 1000, 200, false));
            times[place] = known.of(replica, usual.promptTokens(), usual.outputTokens());
        }
    }

    /** A request of an application, by its users' population. */
    RequestDemand demand(int app, long arrivalNanos, Asked asked) {
        int stages = variants.stagesOf(app);
        Load[] loads = loads(app, asked);
        Served[] served = new Served[stages];
        for (int stage = 0; stage < stages; stage++) {
            served[stage] =
                    serve(app, asked, stage, loads, stage == 0 ? Optional.empty() : Optional.of(served[stage - 1]));
        }
        Served last = served[stages - 1];
        boolean isAhead = stages > 1 && loads[stages - 2].handedTokens() > 0;
        long[] ttft = new long[last.places.length];
        long[] end = new long[ttft.length];
        for (int i = 0; i < ttft.length; i++) {
            // Of a stage to which tokens were handed over, the first are those of these, and the last those of the
            // rest.
            int units = isAhead ? loads[stages - 2].handedTokens() : loads[stages - 1].input();
            int rest = isAhead ? loads[stages - 1].input() - units : units;
            ttft[i] = down(app, asked, last.places[i], last.first[i], units);
            end[i] = loads[stages - 1].output() == 1 && !isAhead
                    ? ttft[i]
                    : down(app, asked, last.places[i], last.last[i], rest);
        }
        long leastTtft = Arrays.stream(ttft).min().orElse(NEVER);
        long leastEnd = Math.max(leastTtft, Arrays.stream(end).min().orElse(NEVER));
        return new RequestDemand(
                app,
                asked.sequence(),
                arrivalNanos,
                true,
                loads[stages - 1].output(),
                leastTtft,
                leastEnd,
                leastEnd == NEVER
                        ? List.of()
                        : IntStream.range(0, stages)
                                .mapToObj(stage -> stages == 1
                                        ? work(last.places, loads[0], ttft, end)
                                        : work(
                                                served[stage].places,
                                                loads[stage],
                                                filled(served[stage].places, leastTtft),
                                                filled(served[stage].places, leastEnd)))
                                .toList());
    }

    /** A further request of a session: nothing of it is certain, not even, where users travel, from where it is sent. */
    RequestDemand anywhere(RequestDemand demand, Asked asked) {
        long ttft = demand.ttftNanos();
        long end = demand.endNanos();
        for (int i = 0;
                i < scenario.populations().size() && !scenario.journeys().isEmpty();
                i++) {
            Asked there = new Asked(i, asked.sequence(), asked.promptTokens(), asked.outputTokens(), asked.isKnown());
            RequestDemand other = demand(demand.app(), demand.arrivalNanos(), there);
            ttft = Math.min(ttft, other.ttftNanos());
            end = Math.min(end, other.endNanos());
        }
        return new RequestDemand(
                demand.app(),
                asked.sequence(),
                demand.arrivalNanos(),
                false,
                demand.outputTokens(),
                ttft,
                end,
                List.of());
    }

    private Load[] loads(int app, Asked asked) {
        Load[] loads = new Load[variants.stagesOf(app)];
        int output = asked.outputTokens();
        loads[0] = new Load(asked.promptTokens(), output, pipelines.handOver(app, 0, output), asked.isKnown());
        for (int stage = 1; stage < loads.length; stage++) {
            Step step = scenario.apps().get(app).pipeline().then().get(stage - 1);
            int input = step.input().isEmpty() ? output : draws.get(app).input(stage - 1, asked.sequence());
            output = draws.get(app).output(stage - 1, asked.sequence());
            loads[stage] = new Load(input, output, pipelines.handOver(app, stage, output), false);
        }
        return loads;
    }

    private Served serve(int app, Asked asked, int stage, Load[] loads, Optional<Served> before) {
        Load load = loads[stage];
        int[] fitting = Arrays.stream(places.of(variants.ofStage(app, stage), asked.population()))
                .filter(place -> times[place].canEverFit(load.input(), load.output()))
                .toArray();
        int ahead = stage == 0 ? 0 : loads[stage - 1].handedTokens();
        Served served = new Served(fitting);
        for (int i = 0; i < fitting.length; i++) {
            LeastTime time = times[fitting[i]];
            int first = ahead > 0 ? ahead : load.input();
            long begin = before.isEmpty()
                    ? up(app, asked, fitting[i])
                    : between(app, stage, before.get(), i, fitting, first, ahead > 0);
            served.first[i] = plus(begin, time.firstNanos(first, load.isKnown()));
            served.handed[i] = load.handedTokens() == 0
                    ? NEVER
                    : plus(served.first[i], time.laterNanos(load.input(), load.handedTokens() - 1, load.isKnown()));
            served.last[i] = ahead > 0
                    ? plus(
                            between(app, stage, before.orElseThrow(), i, fitting, load.input() - ahead, false),
                            time.firstNanos(load.input() - ahead, false))
                    : plus(served.first[i], time.laterNanos(load.input(), load.output() - 1, load.isKnown()));
        }
        return served;
    }

    /** When what a stage gives can be at a place of the next. */
    private long between(int app, int stage, Served before, int i, int[] fitting, int units, boolean isAhead) {
        long least = NEVER;
        long bytes = pipelines.bytesTo(app, stage, units);
        long[] done = isAhead ? before.handed : before.last;
        for (int j = 0; j < done.length; j++) {
            long delay = delays.betweenNanos(sites[before.places[j]], sites[fitting[i]], bytes);
            least = Math.min(least, plus(done[j], delay));
        }
        return least;
    }

    private long up(int app, Asked asked, int place) {
        App of = scenario.apps().get(app);
        return delays.upNanos(
                app,
                asked.population(),
                sites[place],
                Traffic.requestBytes(of, asked.promptTokens()),
                Traffic.drawKey(app, asked.sequence()));
    }

    private long down(int app, Asked asked, int place, long sinceNanos, int units) {
        int answered = pipelines.answersEveryUnit(app) ? units : 1;
        long bytes = Traffic.answerBytes(scenario.apps().get(app), answered);
        return plus(
                sinceNanos,
                delays.downNanos(asked.population(), sites[place], bytes, Traffic.drawKey(app, asked.sequence())));
    }

    private StageDemand work(int[] at, Load load, long[] ttft, long[] end) {
        double[] first = new double[at.length];
        double[] later = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            first[i] = times[at[i]].firstWorkSeconds(load.input(), load.isKnown());
            later[i] = times[at[i]].laterWorkSeconds(load.input(), load.output() - 1, load.isKnown());
        }
        return new StageDemand(at, ttft, end, first, later);
    }

    private static long[] filled(int[] at, long value) {
        long[] all = new long[at.length];
        Arrays.fill(all, value);
        return all;
    }

    private static long plus(long nanos, long more) {
        return nanos == NEVER ? NEVER : nanos + more;
    }
}
