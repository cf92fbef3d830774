package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.ArrivalSpec.Clients;
import org.tafsim.model.ArrivalSpec.Clients.Client;
import org.tafsim.model.ArrivalSpec.Clients.Window;
import org.tafsim.model.ArrivalSpec.Renewal.Family;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads arrivals that are those of clients: each stated, or so many with rates by Zipf's law. */
final class ClientsReader {

    private static final double BURSTY = 2;
    private static final double USUAL_EXPONENT = 1.2;
    private static final long TEN_MINUTES_NANOS = 600_000_000_000L;
    private static final Format<Double> VARIATION = Quantities.POSITIVE_NUMBER
            .that(variation -> variation >= 0.01 && variation <= 20, "lie between 0.01 and 20")
            .named("a coefficient of variation", "1.5");

    private final Reading reading;

    ClientsReader(Reading reading) {
        this.reading = reading;
    }

    /** The arrivals; a stand-in after a problem. */
    ArrivalSpec read(Keys keys) {
        return keys.has("clients") ? stated(keys) : drawn(keys);
    }

    private ArrivalSpec drawn(Keys keys) {
        double rate = keys.required("rate", Quantities.POSITIVE_RATE);
        int count = keys.required("count", Quantities.whole(1, 100_000, "100")).intValue();
        double exponent = keys.optional("exponent", Quantities.NATURAL_NUMBER, USUAL_EXPONENT);
        Family family = family(keys);
        double variation = keys.optional("variation", VARIATION, BURSTY);
        return Clients.zipf(rate, count, exponent, family, variation);
    }

    private ArrivalSpec stated(Keys keys) {
        List<Client> clients = new ArrayList<>();
        List<Node> items = keys.items("clients");
        items.forEach(item -> client(item).ifPresent(clients::add));
        if (items.isEmpty()) {
            reading.problems().report(keys.at("clients"), "has no client; expected e.g. [{rate: 5 /s, variation: 2}].");
        }
        return clients.isEmpty() ? Clients.zipf(1, 1, 1, Family.GAMMA, 1) : new Clients(clients);
    }

    private Optional<Client> client(Node item) {
        Keys keys = reading.keys(item, "a client");
        Family family = family(keys);
        boolean hasWindows = keys.has("rates");
        long window = keys.optional("window", Quantities.POSITIVE_DURATION, TEN_MINUTES_NANOS);
        List<Double> rates = keys.list("rates", Quantities.RATE);
        List<Double> variations = keys.list("variations", VARIATION);
        if (!hasWindows) {
            rates = List.of(keys.required("rate", Quantities.POSITIVE_RATE));
        }
        double variation = keys.optional("variation", VARIATION, BURSTY);
        keys.done();
        if (!variations.isEmpty() && variations.size() != rates.size()) {
            reading.problems()
                    .report(
                            keys.at("variations"),
                            "has %d values for %d rates; expected one for each."
                                    .formatted(variations.size(), rates.size()));
            return Optional.empty();
        }
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            windows.add(new Window(rates.get(i), variations.isEmpty() ? variation : variations.get(i)));
        }
        return reading.problems().build(keys.at(), () -> new Client(family, window, windows));
    }

    private static Family family(Keys keys) {
        return keys.optional("family", Format.constant("a family of gaps", Family.class), Family.GAMMA);
    }
}
