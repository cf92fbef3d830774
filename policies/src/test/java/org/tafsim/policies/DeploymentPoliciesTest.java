package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.policy.DeploymentPolicy;
import org.tafsim.policy.DeploymentPolicyType;

class DeploymentPoliciesTest {

    /** Sites a (three replicas), b (two) and c (one). */
    private static final FakeCandidates SIX = FakeCandidates.of(
            edge().site("a").in("DE").rtt(10).carbon(300).priced(0, 0.2),
            edge().site("a").in("DE").rtt(10).carbon(300).priced(0, 0.2),
            edge().site("a").in("DE").rtt(10).carbon(300).priced(0, 0.2),
            edge().site("b").in("FR").rtt(8).carbon(50).priced(0, 0.3),
            edge().site("b").in("FR").rtt(8).carbon(50).priced(0, 0.3),
            edge().site("c").in("SE").rtt(30).carbon(20).priced(0, 0.1));

    private static List<Integer> chosen(String id, Map<String, String> parameters, int wanted, Set<Integer> on) {
        return chosen(id, parameters, wanted, on, 0, 0, 0);
    }

    private static List<Integer> chosen(
            String id, Map<String, String> parameters, int wanted, Set<Integer> on, double a, double b, double c) {
        List<Double> demand = List.of(a, a, a, b, b, c);
        DeploymentPolicy policy = RolePoliciesTest.policy(DeploymentPolicyType.class, id, parameters);
        return places(policy, new FakeDeployment(SIX, on, demand), wanted);
    }

    private static List<Integer> places(DeploymentPolicy policy, FakeDeployment view, int wanted) {
        boolean[] chosen = new boolean[view.size()];
        policy.place(view, wanted, chosen);
        return IntStream.range(0, chosen.length).filter(i -> chosen[i]).boxed().toList();
    }

    @Test
    void orderAndSteadinessLookAtNothingElse() {
        assertThat(chosen("in-order", Map.of(), 2, Set.of(5))).containsExactly(0, 1);
        assertThat(chosen("steady", Map.of(), 2, Set.of(5))).containsExactly(0, 5);
    }

    @Test
    void spreadTakesOneOfEachSiteBeforeASecondAndRatherThoseThatAreOn() {
        assertThat(chosen("spread", Map.of(), 3, Set.of(1, 4))).containsExactly(1, 4, 5);
        assertThat(chosen("spread", Map.of(), 5, Set.of())).containsExactly(0, 1, 3, 4, 5);
    }

    /** DE twice as many as the others: with four, two there. */
    @Test
    void weightsSayHowManyOfACountry() {
        assertThat(chosen("weighted-spread", Map.of("weights", "DE: 2"), 4, Set.of()))
                .containsExactly(0, 1, 3, 5);
    }

    @Test
    void packUsesFewSites() {
        assertThat(chosen("pack", Map.of(), 3, Set.of(3, 5))).containsExactly(0, 1, 2);
        assertThat(chosen("pack", Map.of(), 4, Set.of(4))).containsExactly(0, 1, 2, 4);
    }

    @Test
    void theLeastOfAMeasureIsChosen() {
        assertThat(chosen("least-round-trip", Map.of(), 2, Set.of())).containsExactly(3, 4);
        assertThat(chosen("lowest-carbon", Map.of(), 2, Set.of(4))).containsExactly(4, 5);
        assertThat(chosen("cheapest", Map.of(), 2, Set.of(2))).containsExactly(2, 5);
        assertThat(chosen("follow-demand", Map.of(), 2, Set.of(), 3, 4, 9)).containsExactly(3, 5);
    }

    /** 1/2 + 16/1 + 81/0.5 = 178.5; with one from a to c 1 + 16 + 81 = 98; with the other from a to b 2 + 8 + 81 = 91. */
    @Test
    void drsMovesToWhereDemandPerReplicaIsHigh() {
        assertThat(chosen("drs", Map.of("migrations", "1"), 3, Set.of(0, 1, 3), 1, 4, 9))
                .containsExactly(1, 3, 5);
        assertThat(chosen("drs", Map.of(), 3, Set.of(0, 1, 3), 1, 4, 9)).containsExactly(3, 4, 5);
        assertThat(chosen("drs", Map.of("migrations", "0"), 3, Set.of(0, 1, 3), 1, 4, 9))
                .containsExactly(0, 1, 3);
    }

    @Test
    void drsPacksWhereItIsToldTo() {
        assertThat(chosen("drs", Map.of("mode", "pack"), 3, Set.of(0, 3, 5))).containsExactly(0, 1, 2);
        assertThat(chosen("drs", Map.of("mode", "pack", "migrations", "1"), 3, Set.of(0, 3, 5)))
                .containsExactly(0, 1, 5);
    }

    /** Whatever is on and wanted: exactly as many are chosen as are wanted. */
    @ParameterizedTest
    @MethodSource("types")
    void asManyAreChosenAsAreWanted(DeploymentPolicyType type) {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            Set<Integer> on = new TreeSet<>();
            random.ints(random.nextInt(7), 0, 6).forEach(on::add);
            int wanted = random.nextInt(7);
            List<Double> demand = random.doubles(6, 0, 10).boxed().toList();
            DeploymentPolicy policy = type.create(new FakeContext(Map.of(), 0));

            assertThat(places(policy, new FakeDeployment(SIX, on, demand), wanted))
                    .hasSize(wanted);
        }
    }

    private static List<DeploymentPolicyType> types() {
        return PolicySet.shipped().all(DeploymentPolicyType.class);
    }
}
