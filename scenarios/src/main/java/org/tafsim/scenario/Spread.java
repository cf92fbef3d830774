package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.scenario.catalog.City;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/**
 * Makes many entries of one: {@code per: city} or {@code per: country}, {@code where}, {@code count}. The copies have their
 * city filled in, and the placeholders {@code {city}}, {@code {country}} and {@code {n}} in every text.
 */
final class Spread {

    private static final Format<Integer> COUNT =
            Quantities.count("2").that(count -> count <= 10_000, "not exceed 10000");

    private enum Per {
        CITY,
        COUNTRY
    }

    /** Of one list: what no network has, and memory could not hold. */
    private static final long MOST_COPIES = 100_000;

    private final Reading reading;
    private long made;

    Spread(Reading reading) {
        this.reading = reading;
    }

    /** The copies of a site or population. */
    List<Node> overCities(Node.Fields entry, String noun) {
        Keys keys = reading.keys(entry, noun);
        Optional<Per> per = keys.find("per", Format.constant("per what", Per.class));
        int count = keys.optional("count", COUNT, 1);
        List<City> cities = cities(keys, per);
        Node.Fields plain = entry.without("per", "where", "count");
        if (per.isEmpty()) {
            return copies(plain, ownPlace(entry), count);
        }
        if (keys.has("city")) {
            reading.problems().report(keys.at("city"), "'city' and 'per' do not go together.");
            return List.of();
        }
        if (cities.isEmpty()) {
            reading.problems().report(keys.at("per"), "no city of the catalog is chosen.");
        }
        List<Node> copies = new ArrayList<>();
        for (City city : cities) {
            Node name = new Node.Text(keys.at("per"), city.name());
            Node.Fields placed = with(plain, "city", name);
            copies.addAll(copies(placed, Placeholders.of(city.slug(), city.countryCode()), count));
        }
        return copies;
    }

    /** The copies of an operator or a service, over these countries where it does not choose its own. */
    List<Node> overCountries(Node.Fields entry, String noun, List<String> inUse) {
        Keys keys = reading.keys(entry, noun);
        Optional<Per> per = keys.find("per", Format.constant("per what", Per.class));
        if (per.isEmpty()) {
            return List.of(entry);
        }
        if (per.get() == Per.CITY) {
            reading.problems().report(keys.at("per"), "%s is spread per country.".formatted(noun));
        }
        List<String> countries = keys.mapping("where", "where")
                .map(where -> {
                    List<String> chosen = reading.countries(where, "countries");
                    where.done();
                    return chosen;
                })
                .orElse(inUse);
        Node.Fields plain = entry.without("per", "where");
        return countries.stream()
                .flatMap(country -> copies(plain, Placeholders.of("", country), 1).stream())
                .toList();
    }

    private List<City> cities(Keys keys, Optional<Per> per) {
        Optional<Keys> where = keys.mapping("where", "where");
        if (per.isEmpty()) {
            where.ifPresent(unused -> reading.problems().report(unused.at(), "'where' needs 'per: city' beside it."));
            return List.of();
        }
        CityFilter filter =
                where.map(chosen -> CityFilter.read(chosen, reading)).orElse(CityFilter.ALL);
        return filter.choose(reading.catalog(), per.get() == Per.COUNTRY);
    }

    private List<Node> copies(Node.Fields plain, Placeholders placeholders, int count) {
        made += count;
        if (made > MOST_COPIES) {
            reading.problems().report(plain.at(), "this makes more than %d entries.".formatted(MOST_COPIES));
            return List.of();
        }
        List<Node> copies = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            copies.add(placeholders.fill(plain, n, reading.problems()));
        }
        return copies;
    }

    /** The place an entry states itself, as far as it can be told before the entry is read. */
    private Placeholders ownPlace(Node.Fields entry) {
        Optional<String> city = entry.findText("city");
        Optional<String> country = entry.findText("country")
                .or(() -> city.flatMap(reading.catalog()::findCity).map(City::countryCode));
        return Placeholders.of(city.map(City::slug).orElse(""), country.orElse(""));
    }

    private static Node.Fields with(Node.Fields fields, String key, Node value) {
        List<Node.Field> more = new ArrayList<>(fields.fields());
        more.add(new Node.Field(value.at(), key, value));
        return fields.with(more);
    }
}
