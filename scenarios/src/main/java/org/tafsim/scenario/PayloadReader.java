package org.tafsim.scenario;

import java.util.Optional;
import org.tafsim.model.App;
import org.tafsim.model.ConnectionSpec;
import org.tafsim.model.NetworkSlice;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Quantities;

/** Reads what an application sends and receives, and by which slice and connections. */
final class PayloadReader {

    private static final Format<Long> ROUNDS = Quantities.whole(0, 100, "2");

    private final Reading reading;

    PayloadReader(Reading reading) {
        this.reading = reading;
    }

    App.Payload read(Keys app) {
        App.Payload text = App.Payload.TEXT;
        Optional<Keys> stated = app.mapping("payload", "a payload");
        App.Payload payload = new App.Payload(
                stated.map(keys -> keys.optional("request", Quantities.SIZE, text.requestBytes()))
                        .orElse(text.requestBytes()),
                stated.map(keys -> keys.optional("promptToken", Quantities.FINE_SIZE, text.promptTokenBytes()))
                        .orElse(text.promptTokenBytes()),
                stated.map(keys -> keys.optional("outputToken", Quantities.FINE_SIZE, text.outputTokenBytes()))
                        .orElse(text.outputTokenBytes()),
                slice(app),
                app.mapping("connection", "the connections of an app")
                        .map(PayloadReader::connection)
                        .orElse(ConnectionSpec.NONE));
        stated.ifPresent(Keys::done);
        return payload;
    }

    private String slice(Keys app) {
        return app.find("slice", Format.oneOf("a slice", reading.catalog().slices()))
                .map(NetworkSlice::id)
                .orElse(NetworkSlice.USUAL);
    }

    private static ConnectionSpec connection(Keys keys) {
        double fresh = keys.optional("fresh", Quantities.FRACTION, 1.0);
        long setup = keys.optional("setup", ROUNDS, (long) ConnectionSpec.TCP_AND_TLS);
        long window = keys.optional("initialWindow", Quantities.SIZE, ConnectionSpec.TEN_SEGMENTS);
        keys.done();
        return new ConnectionSpec(fresh, (int) setup, window);
    }
}
