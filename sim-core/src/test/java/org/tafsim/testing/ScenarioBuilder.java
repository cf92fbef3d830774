package org.tafsim.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.CellGroup;
import org.tafsim.model.CellProfile;
import org.tafsim.model.DataClass;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Movement;
import org.tafsim.model.NetworkSlice;
import org.tafsim.model.Operator;
import org.tafsim.model.Population;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ScriptedFault;
import org.tafsim.model.Site;
import org.tafsim.model.Slo;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Tier;
import org.tafsim.model.TransportSpec;
import org.tafsim.model.Upf;

/** Small scenarios in few words: no law, no policy, no replica; whatever a test does not care for has a plain value. */
public final class ScenarioBuilder {

    /** A radio without delay; only its rate, 1 Gbit/s, takes time. */
    public static final AccessProfile INSTANT = access("instant", 0, 1e9);

    private final List<Operator> operators = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private final List<Upf> upfs = new ArrayList<>();
    private final List<AccessProfile> accesses = new ArrayList<>();
    private final List<Population> populations = new ArrayList<>();
    private final List<App> apps = new ArrayList<>();
    private final List<NetworkSlice> slices = new ArrayList<>();
    private FaultsSpec faults = FaultsSpec.NONE;
    private TransportSpec transport = new TransportSpec.GreatCircle(2, 5, 0);

    /** An access of one delay (ms) and one rate (bit/s), both ways. */
    public static AccessProfile access(String id, double millis, double bitsPerSecond) {
        QuantileTable always = new QuantileTable(List.of(0.0, 1.0), List.of(millis, millis));
        return new AccessProfile(id, always, always, bitsPerSecond, bitsPerSecond, "made up");
    }

    /** Sets the transport; else light travels 10 ns a meter along great circles. */
    public ScenarioBuilder transport(TransportSpec spec) {
        transport = spec;
        return this;
    }

    /** Lets links of the graph fail whenever a test says so. */
    public ScenarioBuilder fallibleLinks() {
        ScriptedFault never = new ScriptedFault(
                "never", FaultKind.TRANSPORT_LINK, FaultScope.ALL, Long.MAX_VALUE, OptionalLong.empty(), 0);
        faults = new FaultsSpec(8, List.of(), List.of(never), List.of());
        return this;
    }

    /** Adds an access. */
    public ScenarioBuilder access(AccessProfile access) {
        accesses.add(access);
        return this;
    }

    /** Adds a site, run by an operator of the same name and country. */
    public ScenarioBuilder site(String id, String country, GeoPoint location, double uplinkBitsPerSecond) {
        Site.Custody custody = new Site.Custody(List.of(), List.of(), List.of(), List.of());
        operator("operator-" + id, country);
        sites.add(new Site(id, id, country, location, Tier.NEAR_EDGE, "operator-" + id, custody, uplinkBitsPerSecond));
        return this;
    }

    /** Adds a UPF, run by an operator of the same name and country. */
    public ScenarioBuilder upf(String id, String country, GeoPoint location) {
        operator("operator-" + id, country);
        upfs.add(new Upf(id, id, country, location, "operator-" + id));
        return this;
    }

    /** Adds a population of weight 1. */
    public ScenarioBuilder population(String id, String country, GeoPoint location, String accessId, String upfId) {
        return population(id, country, location, 1, accessId, upfId);
    }

    /** Adds a population. */
    public ScenarioBuilder population(
            String id, String country, GeoPoint location, double weight, String accessId, String upfId) {
        populations.add(new Population(id, id, country, location, weight, accessId, upfId));
        return this;
    }

    /** Gives the populations there are so far cells of one rate both ways (bit/s), of which one user can fill all. */
    public ScenarioBuilder cells(double bitsPerSecond, int count) {
        QuantileTable always = new QuantileTable(List.of(0.0, 1.0), List.of(bitsPerSecond, bitsPerSecond));
        CellGroup group = new CellGroup(new CellProfile("cell", always, always, 1, "made up"), count, 0, 0, 0);
        populations.replaceAll(users -> with(users, Optional.of(group), users.movement()));
        return this;
    }

    /** Lets the users there are so far move. */
    public ScenarioBuilder moving(Movement movement) {
        populations.replaceAll(users -> with(users, users.cells(), Optional.of(movement)));
        return this;
    }

    private static Population with(Population users, Optional<CellGroup> cells, Optional<Movement> movement) {
        return new Population(
                users.id(),
                users.city(),
                users.countryCode(),
                users.location(),
                users.weight(),
                users.accessId(),
                users.upfId(),
                cells,
                movement);
    }

    /** Adds a slice. */
    public ScenarioBuilder slice(NetworkSlice slice) {
        slices.add(slice);
        return this;
    }

    /** Adds an application of everybody there is so far, that travels like this. */
    public ScenarioBuilder app(String id, App.Payload payload) {
        apps.add(new App(
                id,
                "model",
                DataClass.PUB,
                "consumer",
                new ArrivalSpec.Poisson(1),
                Optional.empty(),
                new LengthSpec.Fixed(1),
                new LengthSpec.Fixed(1),
                payload,
                Slo.NONE,
                populations.stream().map(Population::id).toList()));
        return this;
    }

    /** Adds populations of the given weights at one place, on an instant radio. */
    public ScenarioBuilder populations(double... weights) {
        GeoPoint place = new GeoPoint(48, 11);
        access(INSTANT).upf("upf", "DE", place);
        for (int i = 0; i < weights.length; i++) {
            population("p" + i, "DE", place, weights[i], INSTANT.id(), "upf");
        }
        return this;
    }

    /** Adds an application of everybody there is so far. */
    public ScenarioBuilder app(
            String id, ArrivalSpec arrivals, Optional<DiurnalProfile> profile, LengthSpec prompt, LengthSpec output) {
        List<String> everybody = populations.stream().map(Population::id).toList();
        apps.add(new App(
                id,
                "model",
                DataClass.PUB,
                "consumer",
                arrivals,
                profile,
                prompt,
                output,
                App.Payload.TEXT,
                Slo.NONE,
                everybody));
        return this;
    }

    /** The scenario. */
    public Scenario build() {
        RunSpec run = new RunSpec(1, 1, 0, 1_000_000_000L, 0, 1_000_000_000L, 0);
        return new Scenario(
                "test",
                "",
                run,
                operators,
                List.of(),
                sites,
                upfs,
                accesses,
                populations,
                List.of(),
                apps,
                transport,
                SovereigntySpec.NONE,
                EnergySpec.NONE,
                Optional.empty(),
                faults,
                List.of(),
                Optional.empty(),
                slices,
                List.of(),
                List.of());
    }

    private void operator(String id, String country) {
        operators.add(new Operator(id, country, List.of(country)));
    }
}
