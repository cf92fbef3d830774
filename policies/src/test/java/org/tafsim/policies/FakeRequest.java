package org.tafsim.policies;

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

/** A request of 500 tokens from Germany, of the app with this index; of a session that this replica served last; a promise of 0 is none. */
public record FakeRequest(int appIndex, int sessionReplica, long ttftPromiseMillis) implements RequestView {

    /** Of the first app. */
    public static final RequestView OF_FIRST_APP = new FakeRequest(0);

    /** One that stands alone. */
    public FakeRequest(int appIndex) {
        this(appIndex, -1);
    }

    /** One that was promised nothing. */
    public FakeRequest(int appIndex, int sessionReplica) {
        this(appIndex, sessionReplica, 0);
    }

    /** One that was promised its first token within so many milliseconds. */
    public static FakeRequest promised(long ttftMillis) {
        return new FakeRequest(0, -1, ttftMillis);
    }

    private static final App CHAT = app(Slo.NONE);

    private static App app(Slo slo) {
        return new App(
                "chat",
                "m",
                DataClass.PER,
                "health",
                new ArrivalSpec.Poisson(1),
                Optional.empty(),
                new LengthSpec.Fixed(500),
                new LengthSpec.Fixed(100),
                App.Payload.TEXT,
                slo,
                List.of("p"));
    }

    private static final Population KOELN = new Population("p", "Köln", "DE", new GeoPoint(51, 7), 1, "5g", "upf");

    @Override
    public App app() {
        return ttftPromiseMillis == 0
                ? CHAT
                : app(new Slo(
                        OptionalLong.of(1_000_000 * ttftPromiseMillis), OptionalLong.empty(), OptionalLong.empty()));
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
