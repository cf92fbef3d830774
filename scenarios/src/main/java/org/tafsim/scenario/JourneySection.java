package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.HoursOfDay;
import org.tafsim.model.Journey;
import org.tafsim.model.Population;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/**
 * Reads where users of sessions go. Who is routed home has the access and the place of the users there, and the UPF that he came from: a
 * population of its own, which nobody belongs to from the begin.
 */
final class JourneySection {

    private enum Roaming {
        LOCAL_BREAKOUT,
        HOME_ROUTED
    }

    private static final Format<Double> SHARE = Quantities.FRACTION.that(share -> share > 0, "be more than zero");

    private static final Format<Double> HOUR = Quantities.NATURAL_NUMBER.named("an hour of the day", "9");

    private final Reading reading;
    private final Format<String> population;
    private final Map<String, Population> all = new LinkedHashMap<>();
    private final Ids ids;

    JourneySection(Reading reading, List<Population> populations, Format<String> population) {
        this.reading = reading;
        this.population = population;
        populations.forEach(one -> all.put(one.id(), one));
        ids = new Ids("journey", reading.problems());
    }

    List<Journey> read(Keys scenario) {
        List<Journey> journeys = new ArrayList<>();
        for (Node item : scenario.items("journeys")) {
            journey(reading.keys(item, "a journey")).ifPresent(journeys::add);
        }
        return journeys;
    }

    private Optional<Journey> journey(Keys keys) {
        int before = reading.problems().count();
        String from = keys.required("from", population);
        String to = keys.required("to", population);
        String id = keys.optional("id", Format.TEXT, from + "-" + to);
        ids.claim(id, keys.at("id"));
        double share = keys.optional("share", SHARE, 1.0);
        Optional<DurationSpec> after =
                keys.require("after", "{exponential: 5 min}").flatMap(node -> DurationReader.read(node, reading));
        Optional<HoursOfDay> hours = keys.mapping("hours", "a part of the day").flatMap(this::hours);
        Roaming roaming =
                keys.optional("roaming", Format.constant("a way to roam", Roaming.class), Roaming.LOCAL_BREAKOUT);
        keys.done();
        if (after.isEmpty() || reading.problems().count() > before) {
            return Optional.empty();
        }
        String end = roaming == Roaming.HOME_ROUTED ? routedHome(from, to) : to;
        return reading.problems().build(keys.at(), () -> new Journey(id, from, end, share, after.get(), hours));
    }

    private Optional<HoursOfDay> hours(Keys keys) {
        int before = reading.problems().count();
        double from = keys.required("from", HOUR);
        double to = keys.required("to", HOUR);
        double startHour = keys.optional("startHour", HOUR, 0.0);
        keys.done();
        return reading.problems().count() > before
                ? Optional.empty()
                : reading.problems().build(keys.at(), () -> new HoursOfDay(from, to, startHour));
    }

    private String routedHome(String from, String to) {
        Population home = all.get(from);
        Population there = all.get(to);
        if (home == null || there == null) {
            return to; // a reference to what could not be built, which is a problem already
        }
        String id = "%s-roaming-from-%s".formatted(to, from);
        all.putIfAbsent(
                id,
                new Population(
                        id,
                        there.city(),
                        there.countryCode(),
                        there.location(),
                        there.weight(),
                        there.accessId(),
                        home.upfId(),
                        there.cells(),
                        there.movement()));
        return id;
    }

    /** All populations, those of users who are routed home last. */
    List<Population> populations() {
        return List.copyOf(all.values());
    }
}
