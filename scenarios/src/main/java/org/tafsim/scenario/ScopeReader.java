package org.tafsim.scenario;

import java.util.List;
import java.util.Optional;
import org.tafsim.model.FaultScope;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;
import org.tafsim.model.TransportSpec;
import org.tafsim.scenario.catalog.City;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Quantities;

/** Reads at which sites something is, or may happen. */
final class ScopeReader {

    private static final Format<Tier> TIER = Format.constant("a tier", Tier.class);

    private final Reading reading;
    private final List<Site> sites;
    private final Format<String> site;

    ScopeReader(Reading reading, List<Site> sites, Format<String> site) {
        this.reading = reading;
        this.sites = sites;
        this.site = site;
    }

    /** All sites where nothing is stated; that none is left is a problem. */
    FaultScope read(Keys keys) {
        int before = reading.problems().count();
        FaultScope scope = stated(keys);
        if (reading.problems().count() == before
                && !sites.isEmpty()
                && sites.stream().noneMatch(scope::includes)) {
            reading.problems()
                    .report(keys.at(), "no site is meant: sites, tiers, countries and circle must all fit it.");
        }
        return scope;
    }

    /** What is stated, whether or not it leaves a site. */
    FaultScope stated(Keys keys) {
        return new FaultScope(
                keys.oneOrMore("sites", site),
                keys.oneOrMore("tiers", TIER),
                reading.countries(keys, "countries"),
                circle(keys));
    }

    /**
     * Links of a transport graph: all where nothing is stated; that none is left is a problem.
     *
     * @param transport empty where it could not be read
     */
    FaultScope readLinks(Keys keys, Optional<TransportSpec> transport, Format<String> operator) {
        int before = reading.problems().count();
        Optional<TransportSpec.Graph> graph =
                transport.filter(TransportSpec.Graph.class::isInstance).map(TransportSpec.Graph.class::cast);
        if (transport.isPresent() && graph.isEmpty()) {
            reading.problems().report(keys.at(), "only a transport of type graph has links that can fail.");
        }
        Format<String> link = graph.map(of -> Format.word("a link of the transport", of.linkNames()))
                .orElse(Format.TEXT);
        FaultScope scope = new FaultScope(
                List.of(),
                List.of(),
                reading.countries(keys, "countries"),
                circle(keys),
                keys.oneOrMore("links", link),
                keys.oneOrMore("operators", operator));
        if (reading.problems().count() == before
                && graph.isPresent()
                && scope.linksOf(graph.get()).isEmpty()) {
            reading.problems()
                    .report(keys.at(), "no link is meant: links, operators, countries and circle must all fit it.");
        }
        return scope;
    }

    private Optional<FaultScope.Circle> circle(Keys keys) {
        Optional<City> city = keys.find("near", reading.catalog().city());
        Optional<Double> within = keys.find("within", Quantities.DISTANCE);
        boolean isPoint = keys.has("latitude") || keys.has("longitude");
        Optional<GeoPoint> center = isPoint ? Optional.of(reading.catalog().point(keys)) : city.map(City::location);
        if (center.isPresent() != within.isPresent() || (isPoint && city.isPresent())) {
            reading.problems()
                    .report(keys.at(), "a circle needs 'within', and either 'near' or 'latitude' and 'longitude'.");
            return Optional.empty();
        }
        return center.map(point -> new FaultScope.Circle(point, within.orElseThrow()));
    }
}
