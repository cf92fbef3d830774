package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tafsim.model.Contract;
import org.tafsim.model.ContractCapacity;
import org.tafsim.model.ContractPrice;
import org.tafsim.model.DataClass;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FederationSpec;
import org.tafsim.model.Site;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;

/** Reads whose applications may be served at whose sites. */
final class FederationSection {

    private static final Format<DataClass> CLASS = Format.oneOf("a data class", AppSection.dataClasses());

    private final Reading reading;
    private final List<Site> sites;
    private final Format<String> site;
    private final Format<String> operator;
    private final Format<String> app;
    private final Ids ids;

    /** For what the references know. */
    FederationSection(
            Reading reading, List<Site> sites, Format<String> site, Format<String> operator, Format<String> app) {
        this.reading = reading;
        this.sites = sites;
        this.site = site;
        this.operator = operator;
        this.app = app;
        ids = new Ids("contract", reading.problems());
    }

    /** Contracts of the scenario; empty where it says nothing of them. */
    Optional<FederationSpec> read(Keys scenario) {
        Optional<Keys> stated = scenario.mapping("federation", "the federation");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Keys keys = stated.get();
        Map<String, String> homes = new LinkedHashMap<>();
        Map<String, Place> places = keys.places("homes");
        keys.map("homes", operator).forEach((id, home) -> {
            Node.Text word = new Node.Text(places.getOrDefault(id, keys.at()), id);
            homes.put(keys.read(word, app), home);
        });
        List<Contract> contracts = new ArrayList<>();
        keys.items("contracts").forEach(item -> contract(item).ifPresent(contracts::add));
        keys.done();
        return reading.problems().count() > 0 ? Optional.empty() : Optional.of(new FederationSpec(homes, contracts));
    }

    private Optional<Contract> contract(Node item) {
        Keys keys = reading.keys(item, "a contract");
        String id = keys.required("id", Format.TEXT);
        ids.claim(id, keys.at("id"));
        List<String> homes = keys.oneOrMore("home", operator);
        String partner = keys.required("partner", operator);
        List<Site> ofPartner =
                sites.stream().filter(one -> one.operatorId().equals(partner)).toList();
        if (ofPartner.isEmpty()) {
            reading.problems().report(keys.at("partner"), "%s has no site.".formatted(partner));
        }
        FaultScope zones = new ScopeReader(reading, ofPartner, site).read(keys);
        List<String> apps = keys.oneOrMore("apps", app);
        List<DataClass> classes = keys.oneOrMore("classes", CLASS);
        List<String> origins = reading.countries(keys, "origins");
        Optional<ContractCapacity> capacity = capacity(keys);
        ContractPrice price = price(keys);
        long from = keys.optional("from", Quantities.DURATION, 0L);
        OptionalLong until = keys.find("until", Quantities.POSITIVE_DURATION)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        keys.done();
        return capacity.flatMap(most -> reading.problems()
                .build(
                        keys.at(),
                        () -> new Contract(
                                id, homes, partner, zones, apps, classes, origins, most, price, from, until)));
    }

    private Optional<ContractCapacity> capacity(Keys keys) {
        Optional<Integer> concurrent = keys.find("concurrent", Quantities.count("40"));
        Optional<Double> rate = keys.find("rate", Quantities.POSITIVE_RATE);
        long window = keys.optional("window", Quantities.POSITIVE_DURATION, ContractCapacity.USUAL_WINDOW_NANOS);
        return reading.problems()
                .build(
                        keys.at(),
                        () -> new ContractCapacity(
                                concurrent.map(OptionalInt::of).orElse(OptionalInt.empty()),
                                rate.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                                window));
    }

    private ContractPrice price(Keys contract) {
        Optional<Keys> stated = contract.mapping("price", "the price of a contract");
        if (stated.isEmpty()) {
            return ContractPrice.FREE;
        }
        Keys keys = stated.get();
        ContractPrice price = new ContractPrice(
                keys.optional("per1kRequests", EnergySection.EUR, 0.0),
                keys.optional("perMillionTokens", EnergySection.EUR, 0.0));
        keys.done();
        return price;
    }
}
