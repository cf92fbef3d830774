package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policy.RoutingPolicy.REFUSE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.model.Tier;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** Laws of every shipped policy, on random views. */
class RoutingLawsPropertyTest {
    private static final int DECISIONS = 60;
    private static final List<Tier> TIERS = List.of(Tier.values());

    /** Settings that make each policy do more than its default. */
    private static final Map<String, Map<String, String>> SETTINGS = Map.of(
            "filter-rank",
            Map.of("requirements", "KV_FREE > 0.3 | TIER = \"cloud\"", "rank", "-TTFT_MS - 50 * BROKEN_RULES"),
            "score",
            Map.of(
                    "filters", "within(400 ms)",
                    "prefers", "room, skew(country 3)",
                    "scores", "queue: 2, kv, rtt: 3, law: 5, session: 2",
                    "pick", "weighted-random"));

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void everyDecisionIsACandidateOrARefusal(long seed) {
        for (RoutingPolicyType type : ShippedPolicies.all()) {
            for (Decision decision : decisions(type, seed)) {
                assertThat(decision.chosen())
                        .as(type.id())
                        .isBetween(REFUSE, decision.rows().size() - 1);
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void theSameStreamGivesTheSameDecisions(long seed) {
        for (RoutingPolicyType type : ShippedPolicies.all()) {
            List<Integer> again =
                    decisions(type, seed).stream().map(Decision::chosen).toList();

            assertThat(decisions(type, seed))
                    .as(type.id())
                    .extracting(Decision::chosen)
                    .isEqualTo(again);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void sovereignStrictNeverBreaksARuleAndRefusesOnlyWhereItMust(long seed) {
        for (Decision decision : decisions(SovereignStrict.TYPE, seed)) {
            boolean anyLawful = decision.rows().stream().anyMatch(row -> row.brokenRules == 0);

            assertThat(decision.chosen() != REFUSE).isEqualTo(anyLawful);
            if (anyLawful) {
                assertThat(decision.rows().get(decision.chosen()).brokenRules).isZero();
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void onlyTheTierPoliciesAndTheStrictAndTheFilteringRefuse(long seed) {
        List<String> mayRefuse = List.of(
                "cloud-only",
                "edge-only",
                "sovereign-strict",
                "filter-rank",
                "score",
                "eas-discovery",
                "cheapest-lawful");
        for (RoutingPolicyType type : ShippedPolicies.all()) {
            if (!mayRefuse.contains(type.id())) {
                assertThat(decisions(type, seed)).as(type.id()).noneMatch(decision -> decision.chosen() == REFUSE);
            }
        }
    }

    private record Decision(int chosen, List<Candidate> rows) {}

    /** A run of decisions by one policy; the views of earlier ones fail when asked again. */
    private static List<Decision> decisions(RoutingPolicyType type, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, String> parameters = SETTINGS.getOrDefault(type.id(), Map.of());
        RoutingPolicy policy = type.create(new FakeContext(parameters, seed));
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < DECISIONS; i++) {
            FakeCandidates view = view(random);
            int chosen = policy.route(new FakeRequest(random.nextInt(4), random.nextInt(10) - 1), view);
            view.expire();
            policy.onOutcome(
                    new FakeOutcome(random.nextInt(10), random.nextBoolean(), random.nextBoolean(), 1_000_000));
            decisions.add(new Decision(chosen, view.rows()));
        }
        return decisions;
    }

    private static FakeCandidates view(SplittableRandom random) {
        Candidate[] rows = new Candidate[1 + random.nextInt(8)];
        int replica = 0;
        for (int i = 0; i < rows.length; i++) {
            replica += 1 + random.nextInt(3);
            rows[i] = Candidate.at(TIERS.get(random.nextInt(TIERS.size())))
                    .in(random.nextBoolean() ? "DE" : "US")
                    .index(replica)
                    .rtt(1 + random.nextInt(20)) // coarse, so that ties are common
                    .ttft(50 * (1 + random.nextInt(10)))
                    .load(random.nextInt(3), random.nextInt(4))
                    .kv(random.nextInt(5) / 4.0)
                    .breaking(random.nextInt(3));
        }
        return FakeCandidates.of(rows);
    }
}
