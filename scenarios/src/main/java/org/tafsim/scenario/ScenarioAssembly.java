package org.tafsim.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.FederationSpec;
import org.tafsim.model.Journey;
import org.tafsim.model.LifeSpec;
import org.tafsim.model.NetworkSlice;
import org.tafsim.model.Operator;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Population;
import org.tafsim.model.RanSpec;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.Service;
import org.tafsim.model.Site;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.TransportSpec;
import org.tafsim.scenario.AppSection.PlannedApp;
import org.tafsim.scenario.ReplicaSection.PlannedReplica;
import org.tafsim.scenario.SiteSection.PlannedSite;
import org.tafsim.scenario.catalog.City;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;

/** Reads the sections of a scenario in the order in which they refer to each other, and puts them together. */
final class ScenarioAssembly {

    private final Reading reading;

    ScenarioAssembly(Reading reading) {
        this.reading = reading;
    }

    /** The scenario; empty where there are problems. */
    Optional<Scenario> read(Keys keys, String usualName) {
        List.of("apiVersion", "kind").forEach(keys::find);
        String name = keys.optional("name", Format.TEXT, usualName);
        String description = keys.optional("description", Format.TEXT, "");
        List<Node> siteEntries = SiteEntries.sites(keys, reading);
        List<Node> populationEntries = SiteEntries.populations(keys, reading);

        OperatorSection operatorSection = new OperatorSection(reading);
        List<String> countries = countriesOf(siteEntries, populationEntries);
        List<Operator> operators = operatorSection.read(keys, countries);
        ServiceSection serviceSection = new ServiceSection(reading, operatorSection.reference());
        List<Service> services = serviceSection.read(keys, countries);
        SiteSection siteSection = new SiteSection(reading, operatorSection.reference(), serviceSection.reference());
        List<PlannedSite> plannedSites = new SitePowerCaps(keys, reading).apply(siteSection.read(siteEntries));
        List<Site> sites = plannedSites.stream().map(PlannedSite::site).toList();
        ReplicaSection replicaSection = new ReplicaSection(reading);
        List<PlannedReplica> replicas = replicaSection.read(keys, plannedSites, siteSection.reference());
        Optional<LifeSpec> life =
                new LifeSection(reading, siteSection.reference()).read(keys, plannedSites, replicas, replicaSection);
        Optional<TransportSpec> transport = new TransportSection(reading, operatorSection.reference()).read(keys);
        FaultsSpec faults = new FaultsSection(
                        reading, sites, siteSection.reference(), transport, operatorSection.reference())
                .read(keys);
        List<RanSpec> ran = new RanSection(
                        reading, plannedSites, siteSection.reference(), replicas, replicaSection.isComplete())
                .read(keys);
        UpfSection upfs =
                new UpfSection(reading, operators, sites, operatorSection.reference(), siteSection.reference());
        upfs.read(keys);
        PopulationSection populationSection = new PopulationSection(reading, upfs);
        List<Population> populations = populationSection.read(populationEntries);
        AppSection appSection = new AppSection(reading, populations, populationSection.reference());
        List<PlannedApp> apps = appSection.read(keys);
        JourneySection journeySection = new JourneySection(reading, populations, populationSection.reference());
        List<Journey> journeys = journeySection.read(keys);
        Optional<FederationSpec> federation = new FederationSection(
                        reading, sites, siteSection.reference(), operatorSection.reference(), appSection.reference())
                .read(keys);
        Optional<RunSpec> run = new RunSection(reading).read(keys, PlannedApp.longestSpan(apps));
        SovereigntySpec sovereignty = new SovereigntySection(reading)
                .read(keys, operatorSection, operators, sites, serviceSection.reference());
        EnergySpec energy = new EnergySection(reading)
                .read(
                        keys,
                        replicas.stream().map(PlannedReplica::spec).toList(),
                        plannedSites.stream()
                                .flatMap(site -> site.cards().kinds().values().stream())
                                .toList(),
                        sites,
                        operatorSection.reference(),
                        siteSection.reference());
        List<PolicySpec> policies = new PolicySection(reading).read(keys);
        keys.done();
        new ServingChecks(reading).check(apps, replicas, replicaSection.isComplete());

        if (!reading.problems().isEmpty() || run.isEmpty() || transport.isEmpty()) {
            return Optional.empty();
        }
        return reading.problems()
                .build(
                        keys.at(),
                        () -> new Scenario(
                                name,
                                description,
                                run.get(),
                                operators,
                                services,
                                sites,
                                upfs.all(),
                                populationSection.accesses(),
                                journeySection.populations(),
                                replicas.stream().map(PlannedReplica::spec).toList(),
                                apps.stream().map(PlannedApp::app).toList(),
                                transport.get(),
                                sovereignty,
                                energy,
                                life,
                                faults,
                                ran,
                                federation,
                                slices(populations),
                                journeys,
                                policies));
    }

    /** Slices are parts of cells: where there are none, neither are slices. */
    private List<NetworkSlice> slices(List<Population> populations) {
        return populations.stream().anyMatch(population -> population.cells().isPresent())
                ? List.copyOf(reading.catalog().slices().values())
                : List.of();
    }

    /** Countries that sites and populations stand in, in the order of the file. */
    private List<String> countriesOf(List<Node> sites, List<Node> populations) {
        Set<String> countries = new LinkedHashSet<>();
        sites.forEach(entry -> countryOf(entry).ifPresent(countries::add));
        populations.forEach(entry -> countryOf(entry).ifPresent(countries::add));
        return List.copyOf(countries);
    }

    private Optional<String> countryOf(Node entry) {
        if (!(entry instanceof Node.Fields fields)) {
            return Optional.empty();
        }
        return fields.findText("country")
                .filter(reading.catalog().countries()::containsKey)
                .or(() -> fields.findText("city")
                        .flatMap(reading.catalog()::findCity)
                        .map(City::countryCode));
    }
}
