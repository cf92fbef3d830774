package org.tafsim.scenario;

import java.util.List;
import java.util.Optional;
import org.tafsim.model.Population;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;

/** Reads who uses an app: {@code all}, a list of populations, or those in some countries. */
final class UsersReader {

    private static final Format<String> ALL =
            Format.word("'all', a list of ids, or {countries: [...]}", List.of("all"));

    private final Reading reading;
    private final List<Population> populations;
    private final Format<String> reference;

    UsersReader(Reading reading, List<Population> populations, Format<String> reference) {
        this.reading = reading;
        this.populations = populations;
        this.reference = reference;
    }

    /** Ids of populations; none only where that is a problem, be it this one's or that there is no population at all. */
    List<String> read(Keys app) {
        Optional<Node> stated = app.find("populations");
        if (stated.isEmpty()) {
            return everybody();
        }
        List<String> users = read(app, stated.get());
        if (users.isEmpty()) {
            reading.problems().report(app.at("populations"), "nobody uses this app: no population is chosen.");
        }
        return users;
    }

    private List<String> read(Keys app, Node stated) {
        if (stated instanceof Node.Items) {
            return app.list("populations", reference);
        }
        if (stated instanceof Node.Fields) {
            Keys keys = reading.keys(stated, "the populations of an app");
            List<String> countries = reading.countries(keys, "countries");
            keys.done();
            return populations.stream()
                    .filter(population -> countries.contains(population.countryCode()))
                    .map(Population::id)
                    .toList();
        }
        Keys.read(stated, ALL, reading.problems());
        return everybody();
    }

    private List<String> everybody() {
        return populations.stream().map(Population::id).toList();
    }
}
