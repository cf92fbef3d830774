package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.DataClass;
import org.tafsim.model.DataTerms;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.Holding;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Operator;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Population;
import org.tafsim.model.Precision;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.Regime;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Rule;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Service;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.Site;
import org.tafsim.model.Slo;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.StepConstants;
import org.tafsim.model.Tier;
import org.tafsim.model.TransportSpec;
import org.tafsim.model.Trust;
import org.tafsim.model.Upf;

/** A small scenario for tests of the law, which can be run: everything that no rule can ask about has a default. */
public final class World implements PathLookup {
    private static final GeoPoint SOMEWHERE = new GeoPoint(50, 8);
    private static final QuantileTable MILLIS = new QuantileTable(List.of(0.0, 1.0), List.of(1.0, 2.0));
    private static final AccessProfile RADIO = new AccessProfile("5g", MILLIS, MILLIS, 1e8, 1e8, "test");

    final List<Operator> operators = new ArrayList<>();
    final List<Service> services = new ArrayList<>();
    final List<ServedReplica> replicas = new ArrayList<>();
    final List<Site> sites = new ArrayList<>();
    final List<Population> populations = new ArrayList<>();
    final List<App> apps = new ArrayList<>();
    final List<Regime> regimes = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    final Map<Integer, List<String>> paths = new HashMap<>();
    private UnaryOperator<SovereigntySpec> law = spec -> spec;
    private RunSpec run = new RunSpec(1, 1, 0, 1, 0, 1, 0);

    World operator(String id, String seat, String... controlledFrom) {
        operators.add(new Operator(id, seat, List.of(controlledFrom)));
        return this;
    }

    /** A site of an operator of the country's own, with keys, logs and support at home. */
    World site(String country) {
        String operator = country + "-telco";
        if (operators.stream().noneMatch(known -> known.id().equals(operator))) {
            operator(operator, country, country);
        }
        List<String> home = List.of(country);
        return site(country, Tier.FAR_EDGE, operator, new Site.Custody(List.of(), home, home, home));
    }

    World owner(String operator, String holder, double share) {
        replace(operators, known -> known.id().equals(operator), known -> {
            List<Holding> owners = new ArrayList<>(known.owners());
            owners.add(new Holding(holder, share));
            return new Operator(
                    known.id(),
                    known.seatCountry(),
                    known.controlledFrom(),
                    owners,
                    known.establishments(),
                    known.undertakings());
        });
        return this;
    }

    /** What an operator says of itself. */
    World says(String operator, List<String> establishments, List<String> undertakings) {
        replace(
                operators,
                known -> known.id().equals(operator),
                known -> new Operator(
                        known.id(),
                        known.seatCountry(),
                        known.controlledFrom(),
                        known.owners(),
                        establishments,
                        undertakings));
        return this;
    }

    World service(String id, String operator, List<String> countries, List<String> certificates, List<String> keys) {
        services.add(new Service(id, countries, operator, certificates, keys));
        return this;
    }

    /** What the last site depends on, and how it was graded. */
    World trust(Trust trust) {
        Site site = sites.get(sites.size() - 1);
        sites.set(
                sites.size() - 1,
                new Site(
                        site.id(),
                        site.city(),
                        site.countryCode(),
                        site.location(),
                        site.tier(),
                        site.operatorId(),
                        site.custody(),
                        site.uplinkBitsPerSecond(),
                        trust));
        return this;
    }

    /** The last site uses a service. */
    World uses(ServiceRole role, String service) {
        Trust trust = sites.get(sites.size() - 1).trust();
        Map<ServiceRole, Trust.Use> uses = new EnumMap<>(ServiceRole.class);
        uses.putAll(trust.uses());
        uses.put(role, new Trust.Use(service, OptionalLong.empty()));
        return trust(
                new Trust(uses, trust.seal(), trust.unionAssuranceLevel(), trust.cacheIsShared(), trust.encryption()));
    }

    /** The last application's terms. */
    World terms(DataTerms terms) {
        App app = apps.get(apps.size() - 1);
        apps.set(
                apps.size() - 1,
                new App(
                        app.id(),
                        app.modelId(),
                        app.dataClass(),
                        app.sector(),
                        app.arrivals(),
                        app.profile(),
                        app.prompt(),
                        app.output(),
                        app.payload(),
                        app.slo(),
                        app.populationIds(),
                        terms));
        return this;
    }

    /** A replica at the last site, of the model that all applications ask for. */
    World replica(String maker, String provider) {
        AcceleratorProfile card = new AcceleratorProfile(
                "card-" + maker, maker, 120e12, 240e12, 24_000_000_000L, 300e9, 32e9, 72, "test");
        ModelProfile model = new ModelProfile(
                "model", provider, 24, 2048, 16, 8, 128, 8192, 3, 1, 1, 32000, 1_900_000_000L, 8192, "test");
        replicas.add(new ReplicaSpec(
                "replica" + replicas.size(),
                sites.get(sites.size() - 1).id(),
                model,
                card,
                1,
                Precision.BF16,
                BatchLimits.DEFAULT,
                new StepConstants("test", 0.8, 0.6, 0.4, 0.7, 2.5, 12e-6, 2e-3, 0, 20e-6, 0.7, "test")));
        return this;
    }

    private static <T> void replace(List<T> things, Predicate<T> which, UnaryOperator<T> change) {
        things.replaceAll(thing -> which.test(thing) ? change.apply(thing) : thing);
    }

    World site(String country, Tier tier, String operator, Site.Custody custody) {
        sites.add(new Site("site" + sites.size(), "x", country, SOMEWHERE, tier, operator, custody, 10e9));
        return this;
    }

    World population(String country) {
        populations.add(new Population("users" + populations.size(), "x", country, SOMEWHERE, 1, "5g", "upf"));
        return this;
    }

    World app(DataClass dataClass, String sector) {
        apps.add(new App(
                "app" + apps.size(),
                "model",
                dataClass,
                sector,
                new ArrivalSpec.Poisson(4),
                Optional.empty(),
                new LengthSpec.Fixed(50),
                new LengthSpec.Fixed(100),
                App.Payload.TEXT,
                Slo.NONE,
                List.of("users0")));
        return this;
    }

    /** Every application is used by everybody. */
    private List<App> appsOfAll() {
        List<String> everybody = populations.stream().map(Population::id).toList();
        return apps.stream()
                .map(app -> new App(
                        app.id(),
                        app.modelId(),
                        app.dataClass(),
                        app.sector(),
                        app.arrivals(),
                        app.profile(),
                        app.prompt(),
                        app.output(),
                        app.payload(),
                        app.slo(),
                        everybody,
                        app.terms()))
                .toList();
    }

    World regime(String id, String... countries) {
        regimes.add(new Regime(id, List.of(countries)));
        return this;
    }

    World rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    /** Countries on the way; without this, those at both ends. */
    World path(int population, int site, String... countries) {
        paths.put(population * 1000 + site, List.of(countries));
        return this;
    }

    @Override
    public List<String> countries(int population, int site) {
        return paths.getOrDefault(
                population * 1000 + site,
                List.of(
                        populations.get(population).countryCode(),
                        sites.get(site).countryCode()));
    }

    /** What else the law says: changes, cut-offs, what is done then. */
    public World law(UnaryOperator<SovereigntySpec> other) {
        law = other;
        return this;
    }

    /** How long it is run. */
    public World run(RunSpec other) {
        run = other;
        return this;
    }

    /** The compiled law of all epochs. */
    LawTimeline timeline() {
        return LawTimeline.compile(scenario(), this);
    }

    /** The compiled law. */
    RuleBook book() {
        return RuleBook.compile(scenario(rules), this);
    }

    /** The compiled law, with these rules in place of its own. */
    RuleBook book(List<Rule> others) {
        return RuleBook.compile(scenario(others), this);
    }

    /** The scenario, with its own rules. */
    public Scenario scenario() {
        return scenario(rules);
    }

    private Scenario scenario(List<Rule> asked) {
        List<Upf> upfs =
                List.of(new Upf("upf", "x", "DE", SOMEWHERE, operators.get(0).id()));
        return new Scenario(
                "test",
                "",
                run,
                operators,
                services,
                sites,
                upfs,
                List.of(RADIO),
                populations,
                replicas,
                appsOfAll(),
                new TransportSpec.GreatCircle(1.5, 5, 0),
                law.apply(new SovereigntySpec(regimes, asked)),
                List.of(new PolicySpec("fixed", "fixed", Map.of())));
    }
}
