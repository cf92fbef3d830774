package org.tafsim.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One system to simulate, fully expanded: no templates, no lists of alternatives, every id resolved.
 *
 * <p>Order counts: it is the order of results and of ties.
 */
public record Scenario(
        String name,
        String description,
        RunSpec run,
        List<Operator> operators,
        List<Service> services,
        List<Site> sites,
        List<Upf> upfs,
        List<AccessProfile> accesses,
        List<Population> populations,
        List<ServedReplica> replicas,
        List<App> apps,
        TransportSpec transport,
        SovereigntySpec sovereignty,
        EnergySpec energy,
        Optional<LifeSpec> life,
        FaultsSpec faults,
        List<RanSpec> ran,
        Optional<FederationSpec> federation,
        List<NetworkSlice> slices,
        List<Journey> journeys,
        List<PolicySpec> policies) {

    /** A scenario in which nothing fails, accelerators are AI's alone, and any operator serves any. */
    public Scenario(
            String name,
            String description,
            RunSpec run,
            List<Operator> operators,
            List<Service> services,
            List<Site> sites,
            List<Upf> upfs,
            List<AccessProfile> accesses,
            List<Population> populations,
            List<ServedReplica> replicas,
            List<App> apps,
            TransportSpec transport,
            SovereigntySpec sovereignty,
            EnergySpec energy,
            Optional<LifeSpec> life,
            List<PolicySpec> policies) {
        this(
                name,
                description,
                run,
                operators,
                services,
                sites,
                upfs,
                accesses,
                populations,
                replicas,
                apps,
                transport,
                sovereignty,
                energy,
                life,
                FaultsSpec.NONE,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                policies);
    }

    /** A scenario whose models are all loaded. */
    public Scenario(
            String name,
            String description,
            RunSpec run,
            List<Operator> operators,
            List<Service> services,
            List<Site> sites,
            List<Upf> upfs,
            List<AccessProfile> accesses,
            List<Population> populations,
            List<ServedReplica> replicas,
            List<App> apps,
            TransportSpec transport,
            SovereigntySpec sovereignty,
            EnergySpec energy,
            List<PolicySpec> policies) {
        this(
                name,
                description,
                run,
                operators,
                services,
                sites,
                upfs,
                accesses,
                populations,
                replicas,
                apps,
                transport,
                sovereignty,
                energy,
                Optional.empty(),
                policies);
    }

    /** A scenario of which neither power nor prices are stated. */
    public Scenario(
            String name,
            String description,
            RunSpec run,
            List<Operator> operators,
            List<Service> services,
            List<Site> sites,
            List<Upf> upfs,
            List<AccessProfile> accesses,
            List<Population> populations,
            List<ServedReplica> replicas,
            List<App> apps,
            TransportSpec transport,
            SovereigntySpec sovereignty,
            List<PolicySpec> policies) {
        this(
                name,
                description,
                run,
                operators,
                services,
                sites,
                upfs,
                accesses,
                populations,
                replicas,
                apps,
                transport,
                sovereignty,
                EnergySpec.NONE,
                policies);
    }

    /** Copies and checks that ids are unique and resolve. */
    public Scenario {
        Require.name(name, "Scenario");
        operators = List.copyOf(operators);
        services = List.copyOf(services);
        sites = List.copyOf(sites);
        upfs = List.copyOf(upfs);
        accesses = List.copyOf(accesses);
        populations = List.copyOf(populations);
        replicas = List.copyOf(replicas);
        apps = List.copyOf(apps);
        ran = List.copyOf(ran);
        slices = List.copyOf(slices);
        journeys = List.copyOf(journeys);
        policies = List.copyOf(policies);

        Set<String> operatorIds = ids(operators, Operator::id, "operator");
        Set<String> serviceIds = ids(services, Service::id, "service");
        Set<String> siteIds = ids(sites, Site::id, "site");
        Set<String> upfIds = ids(upfs, Upf::id, "UPF");
        Set<String> accessIds = ids(accesses, AccessProfile::id, "access");
        Set<String> populationIds = ids(populations, Population::id, "population");
        ids(replicas, ServedReplica::id, "replica");
        Set<String> appIds = ids(apps, App::id, "app");
        checkSlices(slices, populations, apps);
        checkJourneys(journeys, populationIds);
        ids(policies, PolicySpec::label, "policy");
        services.forEach(service -> known(service.operatorId(), operatorIds, "operator", "Service " + service.id()));
        sites.forEach(site -> {
            known(site.operatorId(), operatorIds, "operator", "Site " + site.id());
            site.trust()
                    .uses()
                    .values()
                    .forEach(use -> known(use.serviceId(), serviceIds, "service", "Site " + site.id()));
        });
        upfs.forEach(upf -> known(upf.operatorId(), operatorIds, "operator", "UPF " + upf.id()));
        populations.forEach(population -> {
            known(population.accessId(), accessIds, "access", "Population " + population.id());
            known(population.upfId(), upfIds, "UPF", "Population " + population.id());
        });
        ids(energy.tariffs(), SiteTariff::siteId, "tariff");
        energy.tariffs().forEach(tariff -> known(tariff.siteId(), siteIds, "site", "A tariff"));
        replicas.forEach(replica -> known(replica.siteId(), siteIds, "site", "Replica " + replica.id()));
        if (life.isPresent()) {
            known(life.get().registrySiteId(), siteIds, "site", "The registry");
            checkOnDemand(life.get().onDemand(), siteIds, replicas);
        }
        faults.scopes().forEach(scope -> scope.siteIds().forEach(id -> known(id, siteIds, "site", "A fault")));
        checkRan(ran, siteIds, replicas, life);
        if (federation.isPresent()) {
            checkFederation(federation.get(), operatorIds, appIds, siteIds);
        }
        apps.forEach(app ->
                app.populationIds().forEach(id -> known(id, populationIds, "population", "App " + app.id())));
    }

    private static void checkOnDemand(List<OnDemandSpec> all, Set<String> siteIds, List<ServedReplica> replicas) {
        ids(all, OnDemandSpec::siteId, "site with models on demand");
        for (OnDemandSpec here : all) {
            String owner = "On demand at site " + here.siteId();
            known(here.siteId(), siteIds, "site", owner);
            List<ServedReplica> meant = replicas.stream().filter(here::includes).toList();
            here.modelIds()
                    .forEach(id -> known(
                            id,
                            meant.stream().map(replica -> replica.model().id()).collect(Collectors.toSet()),
                            "replica there of the model",
                            owner));
            for (ServedReplica replica : meant) {
                int cards = here.cards().getOrDefault(replica.accelerator().id(), 0);
                if (!(replica instanceof ReplicaSpec) || replica.accelerators() > cards) {
                    throw new IllegalArgumentException(
                            "%s: replica %s must be a decoder, and its %d accelerators among the %d of %s that are shared."
                                    .formatted(
                                            owner,
                                            replica.id(),
                                            replica.accelerators(),
                                            cards,
                                            replica.accelerator().id()));
                }
            }
        }
    }

    private static void checkRan(
            List<RanSpec> ran, Set<String> siteIds, List<ServedReplica> replicas, Optional<LifeSpec> life) {
        ids(ran, RanSpec::siteId, "RAN of site");
        for (RanSpec here : ran) {
            String owner = "RAN of site " + here.siteId();
            known(here.siteId(), siteIds, "site", owner);
            Set<String> there = replicas.stream()
                    .filter(replica -> replica.siteId().equals(here.siteId()))
                    .filter(replica -> life.stream()
                            .flatMap(spec -> spec.onDemand().stream())
                            .noneMatch(shared -> shared.includes(replica)))
                    .map(ServedReplica::id)
                    .collect(Collectors.toSet());
            here.replicaIds().forEach(id -> known(id, there, "replica there, not on demand", owner));
        }
    }

    private static void checkFederation(
            FederationSpec federation, Set<String> operatorIds, Set<String> appIds, Set<String> siteIds) {
        federation.homes().forEach((app, operator) -> {
            known(app, appIds, "app", "The federation");
            known(operator, operatorIds, "operator", "App " + app);
        });
        for (Contract contract : federation.contracts()) {
            String owner = "Contract " + contract.id();
            known(contract.partnerId(), operatorIds, "operator", owner);
            contract.homeIds().forEach(id -> known(id, operatorIds, "operator", owner));
            contract.appIds().forEach(id -> known(id, appIds, "app", owner));
            contract.zones().siteIds().forEach(id -> known(id, siteIds, "site", owner));
        }
    }

    /** Of the sessions of a place, no more leave it than there are. */
    private static void checkJourneys(List<Journey> journeys, Set<String> populationIds) {
        ids(journeys, Journey::id, "journey");
        Map<String, Double> leaving = new LinkedHashMap<>();
        for (Journey journey : journeys) {
            known(journey.fromPopulationId(), populationIds, "population", "Journey " + journey.id());
            known(journey.toPopulationId(), populationIds, "population", "Journey " + journey.id());
            double share = leaving.merge(journey.fromPopulationId(), journey.share(), Double::sum);
            if (share > 1 + 1e-9) {
                throw new IllegalArgumentException("Journey %s: of the sessions of %s, %s would leave."
                        .formatted(journey.id(), journey.fromPopulationId(), share));
            }
        }
    }

    /** Slices are those of cells: where there are none, nobody asks. */
    private static void checkSlices(List<NetworkSlice> slices, List<Population> populations, List<App> apps) {
        Set<String> sliceIds = ids(slices, NetworkSlice::id, "slice");
        if (populations.stream().anyMatch(population -> population.cells().isPresent())) {
            apps.forEach(app -> known(app.payload().sliceId(), sliceIds, "slice", "App " + app.id()));
        }
        double guaranteed =
                slices.stream().mapToDouble(NetworkSlice::guaranteedShare).sum();
        if (guaranteed > 1) {
            throw new IllegalArgumentException(
                    "The slices are guaranteed %s of a cell together, which is more than there is."
                            .formatted(guaranteed));
        }
    }

    private static <T> Set<String> ids(List<T> things, Function<T, String> id, String kind) {
        Set<String> seen = new HashSet<>(); // asked, never iterated
        for (T thing : things) {
            if (!seen.add(id.apply(thing))) {
                throw new IllegalArgumentException("Two things are called %s %s.".formatted(kind, id.apply(thing)));
            }
        }
        return seen;
    }

    private static void known(String id, Set<String> ids, String kind, String owner) {
        if (!ids.contains(id)) {
            throw new IllegalArgumentException(
                    "%s refers to the %s %s, which does not exist.".formatted(owner, kind, id));
        }
    }

    /** Replicas that decode, in their order. */
    public List<ReplicaSpec> decoders() {
        return replicas.stream()
                .filter(ReplicaSpec.class::isInstance)
                .map(ReplicaSpec.class::cast)
                .toList();
    }

    /** Whether what arrives of some application are sessions. */
    public boolean hasSessions() {
        return apps.stream().anyMatch(app -> app.requestTerms().session().isPresent());
    }

    /** The same scenario as a change leaves it: what the change names replaces what had its id. */
    public Scenario after(LegalChange change) {
        ScenarioDraft draft = new ScenarioDraft(this);
        draft.operators = replaced(operators, change.operators(), Operator::id);
        draft.sites = sites.stream().map(site -> site.after(change)).toList();
        draft.sovereignty = sovereignty.with(change.rules().orElse(sovereignty.rules()));
        return draft.build();
    }

    private static <T> List<T> replaced(List<T> before, List<T> changed, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        before.forEach(thing -> byId.put(id.apply(thing), thing));
        changed.forEach(thing -> byId.put(id.apply(thing), thing));
        return List.copyOf(byId.values());
    }

    /** The same scenario with further applications. */
    public Scenario withApps(List<App> further) {
        List<App> all = new ArrayList<>(apps);
        all.addAll(further);
        return withOnly(all);
    }

    /** The same scenario with other applications. */
    public Scenario withOnly(List<App> otherApps) {
        ScenarioDraft draft = new ScenarioDraft(this);
        draft.apps = otherApps;
        return draft.build();
    }

    /** The same scenario with other faults. */
    public Scenario withFaults(FaultsSpec otherFaults) {
        ScenarioDraft draft = new ScenarioDraft(this);
        draft.faults = otherFaults;
        return draft.build();
    }

    /** The same scenario with other RAN on its accelerators. */
    public Scenario withRan(List<RanSpec> otherRan) {
        ScenarioDraft draft = new ScenarioDraft(this);
        draft.ran = otherRan;
        return draft.build();
    }

    /** The same scenario, otherwise powered and paid for. */
    public Scenario withEnergy(EnergySpec otherEnergy) {
        ScenarioDraft draft = new ScenarioDraft(this);
        draft.energy = otherEnergy;
        return draft.build();
    }

    /** The same scenario under contracts between operators. */
    public Scenario withFederation(FederationSpec otherFederation) {
        ScenarioDraft draft = new ScenarioDraft(this);
        draft.federation = Optional.of(otherFederation);
        return draft.build();
    }

    /** The same scenario, run otherwise. */
    public Scenario with(RunSpec otherRun) {
        return with(otherRun, policies);
    }

    /** The same scenario, run otherwise and under other policies. */
    public Scenario with(RunSpec otherRun, List<PolicySpec> otherPolicies) {
        ScenarioDraft draft = new ScenarioDraft(this);
        draft.run = otherRun;
        draft.policies = otherPolicies;
        return draft.build();
    }
}
