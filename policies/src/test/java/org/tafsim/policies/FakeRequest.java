package org.tafsim.policies;

import java.util.List;
import java.util.Optional;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.DataClass;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Population;
import org.tafsim.model.Slo;
import org.tafsim.policy.RequestView;

/** A request of 500 tokens from Germany, of the app with this index; of a session that this replica served last. */
public record FakeRequest(int appIndex, int sessionReplica) implements RequestView {

    /** Of the first app. */
    public static final RequestView OF_FIRST_APP = new FakeRequest(0);

    /** One that stands alone. */
    public FakeRequest(int appIndex) {
        this(appIndex, -1);
    }

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
            Slo.NONE,
            List.of("p"));
    private static final Population KOELN = new Population("p", "Köln", "DE", new GeoPoint(51, 7), 1, "5g", "upf");

    @Override
    public App app() {
        return CHAT;
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
