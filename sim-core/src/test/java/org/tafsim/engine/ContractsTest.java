package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.engine.Agreements.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.ContractCapacity;
import org.tafsim.model.ContractPrice;
import org.tafsim.model.DataClass;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FederationSpec;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.serving.StepMode;

/** Munich and Zurich are telco's, whose users ask; Virginia is the cloud's. */
class ContractsTest {

    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    @Test
    void withoutAContractAPartnerServesNobody() {
        Trajectory alone = run(world(), Agreements.federation());

        assertThat(alone.measured()).isNotEmpty().noneMatch(ContractsTest::isInVirginia);
        assertThat(alone.metric("all", "partner_share")).isZero();
        assertThat(alone.metric("all", "rejected_no_contract")).isZero();
    }

    @Test
    void underAContractItDoes() {
        Trajectory run = run(world(), Agreements.federation(Agreements.with("cloud")));

        double there =
                run.measured().stream().filter(ContractsTest::isInVirginia).count();
        assertThat(there).isPositive();
        assertThat(run.metric("contract:cloud-contract", "contract_requests")).isEqualTo(there);
        assertThat(run.metric("all", "partner_share"))
                .isCloseTo(there / run.measured().size(), within(1e-12));
    }

    @Test
    void noContractOpensAPlaceThatTheLawCloses() {
        Trajectory run = run(world().ruleMode(Rule.Mode.ENFORCE), Agreements.federation(Agreements.with("cloud")));

        assertThat(run.measured()).isNotEmpty().noneMatch(ContractsTest::isInVirginia);
        assertThat(run.metric("all", "violations")).isZero();
    }

    @Test
    void anExceptionToTheLawIsNoneToContracts() {
        SmallWorld world = world().ruleMode(Rule.Mode.ENFORCE).terms(Agreements.otherwise(new OnInfeasible.Escalate()));

        Trajectory run = run(world, Agreements.ofTheCloud());

        assertThat(run.measured()).isNotEmpty().allMatch(ContractsTest::isInVirginia);
        assertThat(run.metric("all", "escalated")).isEqualTo(run.measured().size());
    }

    /** The law wants DE or CH, where the cloud has nothing; telco has, and no contract. */
    @Test
    void whatOnlyPartnersMayServeIsSentAwayWithItsReason() {
        Trajectory run = run(world().ruleMode(Rule.Mode.ENFORCE), Agreements.ofTheCloud());

        assertThat(run.measured()).isNotEmpty().allMatch(request -> request.outcome() == Outcome.REJECTED_NO_CONTRACT);
    }

    @Test
    void aContractCoversTheDataAndUsersItNames() {
        assertThat(sharePlacedUnder(List.of(DataClass.PER), List.of("DE"))).isPositive();
        assertThat(sharePlacedUnder(List.of(DataClass.PUB), List.of())).isZero();
        assertThat(sharePlacedUnder(List.of(), List.of("AT", "CH"))).isZero();
    }

    private static double sharePlacedUnder(List<DataClass> classes, List<String> origins) {
        return run(world(), Agreements.federation(Agreements.covering(classes, origins)))
                .metric("all", "partner_share");
    }

    @Test
    void itHoldsFromItsBeginToItsEnd() {
        Trajectory run = run(
                world().requestsPerSecond(10),
                Agreements.federation(Agreements.between(
                        "cloud",
                        ContractCapacity.UNBOUND,
                        ContractPrice.FREE,
                        20 * SECOND,
                        OptionalLong.of(40 * SECOND))));

        assertThat(run.requests())
                .filteredOn(ContractsTest::isInVirginia)
                .hasSizeGreaterThan(30)
                .allMatch(request -> request.arrivalNanos() >= 20 * SECOND && request.arrivalNanos() < 40 * SECOND);
    }

    @Test
    void whatWasServedIsPaidByRequestAndToken() {
        Trajectory run = run(
                world(),
                Agreements.federation(Agreements.with("cloud", ContractCapacity.UNBOUND, new ContractPrice(2, 0.5))));

        double eur = run.measured().stream()
                .filter(ContractsTest::isInVirginia)
                .mapToDouble(request -> 0.002 + 0.5e-6 * (request.promptTokens() + request.outputTokens()))
                .sum();
        assertThat(run.metric("all", "federation_eur")).isPositive().isCloseTo(eur, within(1e-9));
        assertThat(run.metric("all", "federation_eur_per_1k"))
                .isCloseTo(1000 * eur / run.metric("all", "completed"), within(1e-9));
    }

    /** Virginia first, as long as the contract has room. */
    @Test
    void whatIsOverItsCapacityStaysAtHome() {
        RoutingPolicyType last = SmallWorld.policy((request, candidates) -> candidates.size() - 1);
        Scenario scenario = world().requestsPerSecond(8)
                .build()
                .withFederation(Agreements.federation(
                        Agreements.with("cloud", ContractCapacity.concurrent(3), ContractPrice.FREE)));

        Trajectory run = SmallWorld.run(scenario, last, AUDITED);

        assertThat(run.metric("contract:cloud-contract", "contract_use_peak")).isEqualTo(3);
        assertThat(run.metric("contract:cloud-contract", "contract_use_mean")).isBetween(1.0, 3.0);
        assertThat(run.metric("all", "contract_full")).isPositive();
        assertThat(run.metric("all", "completed")).isEqualTo(run.metric("all", "requests"));
        assertThat(run.metric("all", "contract_requests") + run.metric("all", "contract_full"))
                .isEqualTo(run.metric("all", "requests"));
    }

    @Test
    void whatTheFirstContractHasNoRoomForGoesUnderTheNext() {
        FaultScope munich = FaultScope.of("munich");
        FederationSpec federation = Agreements.ofTheCloud(
                Agreements.at(
                        "cheap",
                        "telco",
                        munich,
                        ContractCapacity.concurrent(2),
                        new ContractPrice(1, 0),
                        0,
                        OptionalLong.empty()),
                Agreements.at(
                        "dear",
                        "telco",
                        munich,
                        ContractCapacity.UNBOUND,
                        new ContractPrice(5, 0),
                        0,
                        OptionalLong.empty()));

        Trajectory run = run(world().requestsPerSecond(8).ruleMode(Rule.Mode.ENFORCE), federation);

        assertThat(run.metric("all", "completed")).isEqualTo(run.metric("all", "requests"));
        assertThat(run.metric("contract:cheap", "contract_use_peak")).isEqualTo(2);
        assertThat(run.metric("contract:dear", "contract_requests")).isPositive();
        assertThat(run.metric("contract:cheap", "contract_full"))
                .isEqualTo(run.metric("contract:dear", "contract_requests"));
        assertThat(run.metric("all", "federation_eur"))
                .isCloseTo(
                        1e-3 * run.metric("contract:cheap", "contract_requests")
                                + 5e-3 * run.metric("contract:dear", "contract_requests"),
                        within(1e-9));
    }

    /** Half a second each, one at a time, at two a second less one: they are held, and none is sent away. */
    @Test
    void heldRequestsComeInWhenThereIsRoom() {
        SmallWorld world = world().requestsPerSecond(0.6)
                .answers(30)
                .ruleMode(Rule.Mode.ENFORCE)
                .terms(Agreements.patient(1000 * SECOND));
        ContractCapacity one = ContractCapacity.concurrent(1);

        Trajectory run = run(world, Agreements.ofTheCloud(Agreements.with("telco", one, ContractPrice.FREE)));

        assertThat(run.metric("all", "held")).isPositive();
        assertThat(run.metric("all", "completed")).isEqualTo(run.metric("all", "requests"));
        assertThat(run.metric("contract:telco-contract", "contract_use_peak")).isEqualTo(1);
    }

    @Test
    void heldRequestsComeInWhenTheWindowMovesOn() {
        SmallWorld world =
                world().requestsPerSecond(1.5).ruleMode(Rule.Mode.ENFORCE).terms(Agreements.patient(1000 * SECOND));

        Trajectory run = run(
                world,
                Agreements.ofTheCloud(Agreements.with("telco", Agreements.rate(2, 4 * SECOND), ContractPrice.FREE)));

        assertThat(run.metric("all", "held")).isPositive();
        assertThat(run.metric("all", "completed")).isEqualTo(run.metric("all", "requests"));
    }

    @Test
    void heldRequestsComeInWhenTheContractBegins() {
        SmallWorld world = world().ruleMode(Rule.Mode.ENFORCE).terms(Agreements.patient(1000 * SECOND));

        Trajectory run = run(
                world,
                Agreements.ofTheCloud(Agreements.between(
                        "telco", ContractCapacity.UNBOUND, ContractPrice.FREE, 30 * SECOND, OptionalLong.empty())));

        assertThat(run.requests())
                .filteredOn(request -> request.arrivalNanos() < 30 * SECOND)
                .isNotEmpty()
                .allMatch(request ->
                        request.reachedReplicaNanos() >= 30 * SECOND && request.reachedReplicaNanos() < 31 * SECOND);
    }

    @Test
    void policiesSeeWhatAPartnerAsks() {
        List<Double> seen = new ArrayList<>();
        RoutingPolicyType policy = SmallWorld.policy((request, candidates) -> {
            for (int i = 0; i < candidates.size(); i++) {
                double tokens = request.promptTokens() * 1000.0;
                double expected = candidates.site(i).operatorId().equals("cloud") ? 2 + 0.5e-6 * tokens : 0;
                assertThat(candidates.contractEurPer1k(i)).isCloseTo(expected, within(1e-12));
                seen.add(candidates.contractEurPer1k(i));
            }
            return 0;
        });
        Scenario scenario = world().build()
                .withFederation(Agreements.federation(
                        Agreements.with("cloud", ContractCapacity.UNBOUND, new ContractPrice(2, 0.5))));

        SmallWorld.run(scenario, policy, AUDITED);

        assertThat(seen).anyMatch(eur -> eur > 2).anyMatch(eur -> eur == 0);
    }

    @Test
    void whereNoFederationIsStatedOperatorsDoNotMatter() {
        Trajectory run = SmallWorld.run(world().build(), SmallWorld.inTurn(), AUDITED);

        assertThat(run.measured()).anyMatch(ContractsTest::isInVirginia);
        assertThat(run.result().metrics())
                .noneMatch(metric -> metric.name().contains("contract")
                        || metric.name().contains("partner")
                        || metric.name().contains("federation"));
    }

    @Test
    void aFederationRefersToWhatIsThere() {
        Scenario scenario = world().build();
        FederationSpec unknown = new FederationSpec(Map.of("chat", "nobody"), List.of());

        assertThatThrownBy(() -> scenario.withFederation(unknown)).hasMessageContaining("operator nobody");
        assertThatThrownBy(() -> scenario.withFederation(Agreements.federation(Agreements.with("nobody"))))
                .hasMessageContaining("operator nobody");
        assertThatThrownBy(() -> Agreements.federation(Agreements.with("cloud"), Agreements.with("cloud")))
                .hasMessageContaining("contract cloud-contract");
        assertThat(scenario.federation()).isEqualTo(Optional.empty());
    }

    private static boolean isInVirginia(RequestRecord request) {
        return request.replica().equals("replica-virginia");
    }

    private static SmallWorld world() {
        return new SmallWorld().americanCloud();
    }

    private static Trajectory run(SmallWorld world, FederationSpec federation) {
        return SmallWorld.run(world.build().withFederation(federation), SmallWorld.inTurn(), AUDITED);
    }
}
