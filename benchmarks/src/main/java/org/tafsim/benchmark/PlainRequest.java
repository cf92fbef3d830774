package org.tafsim.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.DataClass;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Population;
import org.tafsim.model.Slo;
import org.tafsim.policy.RequestView;

/** A request of 500 tokens that was promised its first token within 300 ms. */
record PlainRequest() implements RequestView {

    private static final App CHAT = new App(
            "chat",
            "m",
            DataClass.PER,
            "health",
            new ArrivalSpec.Poisson(1),
            Optional.empty(),
            new LengthSpec.Fixed(500),
            new LengthSpec.Fixed(100),
            App.Payload.TEXT,
            new Slo(OptionalLong.of(300_000_000), OptionalLong.empty(), OptionalLong.empty()),
            List.of("p"));

    private static final Population KOELN = new Population("p", "Köln", "DE", new GeoPoint(51, 7), 1, "5g", "upf");

    @Override
    public App app() {
        return CHAT;
    }

    @Override
    public int appIndex() {
        return 0;
    }

    @Override
    public Population population() {
        return KOELN;
    }

    @Override
    public int populationIndex() {
        return 0;
    }

    @Override
    public int promptTokens() {
        return 500;
    }
}
