package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.Operator;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;
import org.tafsim.model.Upf;
import org.tafsim.scenario.catalog.City;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;

/**
 * Reads where traffic leaves the 5G network. A population names one of the scenario's UPFs, or a way to place one: {@code local}
 * (in its city), {@code regional} (at the nearest regional site, of its own country if there is one) or {@code central} (at a
 * named site, or in the capital).
 */
final class UpfSection {

    private enum Placement {
        LOCAL,
        REGIONAL,
        CENTRAL
    }

    private final Reading reading;
    private final List<Operator> operators;
    private final List<Site> sites;
    private final Format<String> operatorReference;
    private final Format<String> siteReference;
    private final Map<String, Upf> upfs = new LinkedHashMap<>();

    UpfSection(
            Reading reading,
            List<Operator> operators,
            List<Site> sites,
            Format<String> operatorReference,
            Format<String> siteReference) {
        this.reading = reading;
        this.operators = operators;
        this.sites = sites;
        this.operatorReference = operatorReference;
        this.siteReference = siteReference;
    }

    /** The UPFs the scenario lists. */
    void read(Keys scenario) {
        Ids ids = new Ids("UPF", reading.problems());
        for (Node item : scenario.items("upfs")) {
            Keys keys = reading.keys(item, "a UPF");
            String id = keys.required("id", Format.TEXT);
            ids.claim(id, keys.at("id"));
            Reading.Location location = reading.location(keys);
            String operator = keys.required("operator", operatorReference);
            keys.done();
            upfs.putIfAbsent(id, new Upf(id, location.city(), location.countryCode(), location.point(), operator));
        }
    }

    /** All UPFs: those listed, then those that populations made, in their order. */
    List<Upf> all() {
        return List.copyOf(upfs.values());
    }

    /** The UPF of a population. */
    String of(Keys population, Reading.Location location) {
        Optional<Node> stated = population.require("upf", "regional");
        if (stated.isEmpty()) {
            return "";
        }
        Format<Placement> placements = Format.constant("a placement", Placement.class);
        if (stated.get() instanceof Node.Fields) {
            Keys keys = reading.keys(stated.get(), "the UPF of a population");
            Placement placement = keys.required("placement", placements);
            Optional<String> operator = keys.find("operator", operatorReference);
            Optional<String> site = keys.find("site", siteReference);
            keys.done();
            return placed(placement, location, operator, site, keys.at());
        }
        if (stated.get() instanceof Node.Text scalar && upfs.containsKey(scalar.text())) {
            return scalar.text();
        }
        Placement placement = Keys.read(
                stated.get(),
                placements.named("local, regional, central, or the id of a UPF", "local"),
                reading.problems());
        return placed(
                placement,
                location,
                Optional.empty(),
                Optional.empty(),
                stated.get().at());
    }

    private String placed(
            Placement placement,
            Reading.Location location,
            Optional<String> operator,
            Optional<String> siteId,
            Place at) {
        Optional<Site> site = siteId.flatMap(this::siteOf);
        if (placement == Placement.REGIONAL && site.isEmpty()) {
            site = nearestRegional(location);
            if (site.isEmpty()) {
                reading.problems().report(at, "there is no site of tier regional to put a UPF at.");
                return "";
            }
        }
        if (site.isPresent()) {
            Site host = site.get();
            return add(new Upf(
                    "upf-" + host.id(),
                    host.city(),
                    host.countryCode(),
                    host.location(),
                    operator.orElse(host.operatorId())));
        }
        String country = location.countryCode();
        Optional<City> capital =
                placement == Placement.CENTRAL ? reading.catalog().findCapital(country) : Optional.empty();
        String city = capital.map(City::name).orElse(location.city());
        GeoPoint point = capital.map(City::location).orElse(location.point());
        return add(
                new Upf("upf-" + City.slug(city), city, country, point, operator.orElseGet(() -> operatorIn(country))));
    }

    /** Adds a UPF where none like it is there. */
    private String add(Upf upf) {
        Upf known = upfs.putIfAbsent(upf.id(), upf);
        if (known == null || known.equals(upf)) {
            return upf.id();
        }
        String id = upf.id() + "-" + upf.operatorId();
        upfs.putIfAbsent(id, new Upf(id, upf.city(), upf.countryCode(), upf.location(), upf.operatorId()));
        return id;
    }

    /** The first operator seated in the country, else the first of all. */
    private String operatorIn(String country) {
        return operators.stream()
                .filter(operator -> operator.seatCountry().equals(country))
                .findFirst()
                .or(() -> operators.stream().findFirst())
                .map(Operator::id)
                .orElse("");
    }

    private Optional<Site> siteOf(String id) {
        return sites.stream().filter(site -> site.id().equals(id)).findFirst();
    }

    private Optional<Site> nearestRegional(Reading.Location location) {
        List<Site> regional =
                sites.stream().filter(site -> site.tier() == Tier.REGIONAL).toList();
        List<Site> own = regional.stream()
                .filter(site -> site.countryCode().equals(location.countryCode()))
                .toList();
        Optional<Site> nearest = Optional.empty();
        for (Site site : own.isEmpty() ? regional : own) {
            if (nearest.isEmpty() || distance(site, location) < distance(nearest.get(), location)) {
                nearest = Optional.of(site);
            }
        }
        return nearest;
    }

    private static double distance(Site site, Reading.Location location) {
        return site.location().distanceMeters(location.point());
    }
}
