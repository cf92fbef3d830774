package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policy.RoutingPolicy.REFUSE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.model.Tier;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** When two policies, or one asked in two ways, choose the same. */
class RoutingEqualitiesPropertyTest {

    private static final List<Tier> TIERS = List.of(Tier.values());

    /** Those that go round, draw, or take the first; fuzzy rules find many alike, and of cold prompts the first goes anywhere. */
    private static final List<String> BY_ORDER = List.of(
            "round-robin",
            "random",
            "power-of-two",
            "power-of-d",
            "weighted-round-robin",
            "first-fit",
            "next-fit",
            "by-available",
            "fuzzy",
            "no-hit-lru");

    /** With even weights the nearest that is fullest ties with the furthest that is idle: 1 + 0 and 0 + 1. */
    private static final Map<String, String> UNEVEN = Map.of("load", "0.7");

    private static final List<String> LEARNERS = List.of("ucb1", "thompson", "lin-ucb");

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void theOrderOfCandidatesChangesNothingWhereNoTwoAreAlike(long seed) {
        List<Candidate> rows = rows(new SplittableRandom(seed));
        List<Candidate> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        for (RoutingPolicyType type : ShippedPolicies.all()) {
            if (!BY_ORDER.contains(type.id()) && !LEARNERS.contains(type.id())) {
                assertThat(chosen(type, shuffled)).as(type.id()).isEqualTo(chosen(type, rows));
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void aSingleCandidateIsTakenUnlessARuleRefusesIt(long seed) {
        Candidate only = rows(new SplittableRandom(seed)).get(0);
        for (RoutingPolicyType type : ShippedPolicies.all()) {
            boolean refuses = switch (type.id()) {
                case "cloud-only" -> only.tier != Tier.CLOUD;
                case "edge-only" -> only.tier.compareTo(Tier.NEAR_EDGE) > 0;
                case "sovereign-strict", "cheapest-lawful" -> only.brokenRules > 0;
                case "eas-discovery" -> only.startMillis > 0 || only.ttftMillis + only.startMillis > 2000;
                default -> false;
            };

            assertThat(policy(type.id(), Map.of()).route(FakeRequest.OF_FIRST_APP, FakeCandidates.of(only)))
                    .as(type.id())
                    .isEqualTo(refuses ? REFUSE : 0);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void scoresOfOneMeasureAreThePoliciesThatKnowOnlyIt(long seed) {
        List<Candidate> rows = rows(new SplittableRandom(seed));

        assertThat(scored("rtt: 1", rows))
                .isEqualTo(chosen(ShippedPolicies.find("nearest").orElseThrow(), rows));
        assertThat(scored("ttft: 3", rows))
                .isEqualTo(chosen(ShippedPolicies.find("latency-greedy").orElseThrow(), rows));
        assertThat(scored("in-flight", rows))
                .isEqualTo(chosen(ShippedPolicies.find("least-loaded").orElseThrow(), rows));
        assertThat(scored("rank(-IN_FLIGHT)", rows))
                .isEqualTo(chosen(ShippedPolicies.find("filter-rank").orElseThrow(), rows));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void asManyDrawsAsCandidatesAreTheShortestQueue(long seed) {
        List<Candidate> rows = rows(new SplittableRandom(seed));
        RoutingPolicy all = policy("power-of-d", Map.of("d", Integer.toString(rows.size())));

        assertThat(rows.get(all.route(FakeRequest.OF_FIRST_APP, view(rows))))
                .isSameAs(chosen(ShippedPolicies.find("least-loaded").orElseThrow(), rows));
    }

    /** Multiplying all weights, or adding a scorer that finds all alike, changes no choice. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void onlyTheProportionOfWeightsCounts(long seed) {
        List<Candidate> rows = rows(new SplittableRandom(seed));
        Candidate chosen = scored("rtt: 1, ttft: 2, kv: 0.5", rows);

        assertThat(scored("rtt: 4, ttft: 8, kv: 2", rows)).isSameAs(chosen);
        assertThat(scored("rtt: 1, ttft: 2, kv: 0.5, energy: 4", rows)).isSameAs(chosen);
    }

    private static Candidate scored(String scores, List<Candidate> rows) {
        return rows.get(policy("score", Map.of("scores", scores)).route(FakeRequest.OF_FIRST_APP, view(rows)));
    }

    private static Object chosen(RoutingPolicyType type, List<Candidate> rows) {
        int choice = policy(type.id(), type.id().equals("trade-off") ? UNEVEN : Map.of())
                .route(FakeRequest.OF_FIRST_APP, view(rows));
        return choice == REFUSE ? "refused" : rows.get(choice);
    }

    private static RoutingPolicy policy(String id, Map<String, String> parameters) {
        return FakeContext.policy(id, parameters);
    }

    private static FakeCandidates view(List<Candidate> rows) {
        return FakeCandidates.of(rows.toArray(new Candidate[0]));
    }

    /** No two alike in any number. */
    private static List<Candidate> rows(SplittableRandom random) {
        List<Candidate> rows = new ArrayList<>();
        int size = 2 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            rows.add(Candidate.at(TIERS.get(random.nextInt(TIERS.size())))
                    .in(random.nextBoolean() ? "DE" : "US")
                    .index(i)
                    .rtt(1 + 20 * random.nextDouble())
                    .ttft(50 + 900 * random.nextDouble())
                    .load(i, 10 * i + random.nextInt(10))
                    .kv(random.nextDouble())
                    .carbon(500 * random.nextDouble())
                    .priced(random.nextDouble(), random.nextDouble())
                    .breaking(random.nextInt(3)));
        }
        Collections.shuffle(rows, new Random(random.nextLong()));
        for (int i = 0; i < size; i++) {
            rows.get(i).index(i);
        }
        return rows;
    }
}
