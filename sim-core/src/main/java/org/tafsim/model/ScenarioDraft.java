package org.tafsim.model;

import java.util.List;
import java.util.Optional;

/** A copy of a scenario before it is checked: what a change replaces is set, all else stays. */
final class ScenarioDraft {
    private final Scenario from;
    RunSpec run;
    List<Operator> operators;
    List<Site> sites;
    List<App> apps;
    SovereigntySpec sovereignty;
    EnergySpec energy;
    FaultsSpec faults;
    List<RanSpec> ran;
    Optional<FederationSpec> federation;
    List<PolicySpec> policies;

    ScenarioDraft(Scenario from) {
        this.from = from;
        run = from.run();
        operators = from.operators();
        sites = from.sites();
        apps = from.apps();
        sovereignty = from.sovereignty();
        energy = from.energy();
        faults = from.faults();
        ran = from.ran();
        federation = from.federation();
        policies = from.policies();
    }

    Scenario build() {
        return new Scenario(
                from.name(),
                from.description(),
                run,
                operators,
                from.services(),
                sites,
                from.upfs(),
                from.accesses(),
                from.populations(),
                from.replicas(),
                apps,
                from.transport(),
                sovereignty,
                energy,
                from.life(),
                faults,
                ran,
                federation,
                from.slices(),
                from.journeys(),
                policies);
    }
}
