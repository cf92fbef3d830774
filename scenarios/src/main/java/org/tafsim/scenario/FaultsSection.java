package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultSpec;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.Maintenance;
import org.tafsim.model.ScriptedFault;
import org.tafsim.model.Site;
import org.tafsim.model.TransportSpec;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads what fails, and what is taken out of service on purpose. */
final class FaultsSection {

    private static final Format<FaultKind> KIND = Format.constant("a kind of fault", FaultKind.class);
    private static final Format<Double> CHANCE = Quantities.FRACTION.that(value -> value > 0, "be more than zero");

    private final Reading reading;
    private final ScopeReader scopes;
    private final Optional<TransportSpec> transport;
    private final Format<String> operator;
    private final Ids ids;

    FaultsSection(
            Reading reading,
            List<Site> sites,
            Format<String> site,
            Optional<TransportSpec> transport,
            Format<String> operator) {
        this.reading = reading;
        this.transport = transport;
        this.operator = operator;
        scopes = new ScopeReader(reading, sites, site);
        ids = new Ids("fault", reading.problems());
    }

    /** Faults of the scenario; none where it says nothing of them. */
    FaultsSpec read(Keys scenario) {
        Optional<Keys> stated = scenario.mapping("faults", "the faults");
        if (stated.isEmpty()) {
            return FaultsSpec.NONE;
        }
        Keys keys = stated.get();
        int perNode =
                keys.optional("acceleratorsPerNode", Quantities.count("8"), FaultsSpec.USUAL_ACCELERATORS_PER_NODE);
        List<FaultSpec> random = new ArrayList<>();
        List<ScriptedFault> scripted = new ArrayList<>();
        List<Maintenance> maintenance = new ArrayList<>();
        keys.items("random").forEach(item -> random(item).ifPresent(random::add));
        keys.items("scripted").forEach(item -> scripted(item).ifPresent(scripted::add));
        keys.items("maintenance").forEach(item -> maintenance(item).ifPresent(maintenance::add));
        keys.done();
        int before = reading.problems().count();
        return before > 0 ? FaultsSpec.NONE : new FaultsSpec(perNode, random, scripted, maintenance);
    }

    private Optional<FaultSpec> random(Node item) {
        Keys keys = reading.keys(item, "a random fault");
        FaultKind kind = keys.required("kind", KIND);
        String id = id(keys, kind.word());
        Optional<DurationSpec> between =
                keys.require("between", "{exponential: 30 d}").flatMap(node -> DurationReader.read(node, reading));
        Optional<DurationSpec> repair =
                keys.require("repair", "{exponential: 4 h}").flatMap(node -> DurationReader.read(node, reading));
        Optional<Double> together = keys.find("together", CHANCE);
        long battery = keys.optional("battery", Quantities.DURATION, 0L);
        FaultScope scope = scope(keys, kind);
        keys.done();
        return between.isEmpty() || repair.isEmpty()
                ? Optional.empty()
                : reading.problems()
                        .build(
                                keys.at(),
                                () -> new FaultSpec(
                                        id,
                                        kind,
                                        scope,
                                        between.get(),
                                        repair.get(),
                                        together.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                                        battery));
    }

    private Optional<ScriptedFault> scripted(Node item) {
        Keys keys = reading.keys(item, "a scripted fault");
        FaultKind kind = keys.required("kind", KIND);
        String id = id(keys, "scripted-" + kind.word());
        long at = keys.required("at", Quantities.DURATION);
        OptionalLong lasts = duration(keys, "lasts");
        long battery = keys.optional("battery", Quantities.DURATION, 0L);
        FaultScope scope = scope(keys, kind);
        keys.done();
        return reading.problems().build(keys.at(), () -> new ScriptedFault(id, kind, scope, at, lasts, battery));
    }

    private Optional<Maintenance> maintenance(Node item) {
        Keys keys = reading.keys(item, "a maintenance");
        FaultKind kind = keys.optional("kind", KIND, FaultKind.SITE);
        String id = id(keys, "maintenance-" + kind.word());
        long at = keys.required("at", Quantities.DURATION);
        OptionalLong every = duration(keys, "every");
        int atOnce = keys.optional("atOnce", Quantities.count("1"), 1);
        long grace = keys.optional("grace", Quantities.DURATION, 0L);
        long takes = keys.required("takes", Quantities.POSITIVE_DURATION);
        FaultScope scope = scope(keys, kind);
        keys.done();
        return reading.problems()
                .build(keys.at(), () -> new Maintenance(id, kind, scope, at, every, atOnce, grace, takes));
    }

    private FaultScope scope(Keys keys, FaultKind kind) {
        if (kind == FaultKind.TRANSPORT_LINK) {
            return scopes.readLinks(keys, transport, operator);
        }
        if (kind != FaultKind.CONTROL_PLANE) {
            return scopes.read(keys);
        }
        FaultScope scope = scopes.stated(keys);
        if (!scope.equals(FaultScope.ALL)) {
            reading.problems().report(keys.at(), "there is one control plane, of all sites.");
        }
        return scope;
    }

    private String id(Keys keys, String usual) {
        String id = keys.optional("id", Format.TEXT, usual);
        ids.claim(id, keys.at("id"));
        return id;
    }

    private static OptionalLong duration(Keys keys, String key) {
        return keys.find(key, Quantities.POSITIVE_DURATION)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
