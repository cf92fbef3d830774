package org.tafsim.policies;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.DataClass;
import org.tafsim.model.DataTerms;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Population;
import org.tafsim.model.RequestTerms;
import org.tafsim.model.Slo;
import org.tafsim.policy.RequestView;

/** A request of an app of some priority, that came and is looked at at some time (ms); a promise of 0 is none. */
record TimedRequest(
        int appIndex,
        int promptTokens,
        int priority,
        long promiseMillis,
        long arrivalMillis,
        long nowMillis,
        double hourOfDay)
        implements RequestView {

    private static final long MILLI = 1_000_000L;

    /** One that came just now. */
    static TimedRequest at(long millis) {
        return new TimedRequest(0, 100, 0, 0, millis, millis, 0);
    }

    TimedRequest ofApp(int app) {
        return new TimedRequest(app, promptTokens, priority, promiseMillis, arrivalMillis, nowMillis, hourOfDay);
    }

    TimedRequest withPrompt(int tokens) {
        return new TimedRequest(appIndex, tokens, priority, promiseMillis, arrivalMillis, nowMillis, hourOfDay);
    }

    TimedRequest withPriority(int number) {
        return new TimedRequest(appIndex, promptTokens, number, promiseMillis, arrivalMillis, nowMillis, hourOfDay);
    }

    TimedRequest inHour(double hour) {
        return new TimedRequest(appIndex, promptTokens, priority, promiseMillis, arrivalMillis, nowMillis, hour);
    }

    TimedRequest promised(long millis) {
        return new TimedRequest(appIndex, promptTokens, priority, millis, arrivalMillis, nowMillis, hourOfDay);
    }

    @Override
    public App app() {
        Slo slo = promiseMillis == 0
                ? Slo.NONE
                : new Slo(OptionalLong.of(MILLI * promiseMillis), OptionalLong.empty(), OptionalLong.empty());
        return new App(
                "app",
                "m",
                DataClass.PER,
                "health",
                new ArrivalSpec.Poisson(1),
                Optional.empty(),
                new LengthSpec.Fixed(500),
                new LengthSpec.Fixed(100),
                App.Payload.TEXT,
                slo,
                List.of("p"),
                DataTerms.ORDINARY,
                new RequestTerms(priority, OptionalLong.empty(), Optional.empty(), Optional.empty()));
    }

    @Override
    public long nowNanos() {
        return MILLI * nowMillis;
    }

    @Override
    public long arrivalNanos() {
        return MILLI * arrivalMillis;
    }

    @Override
    public Population population() {
        return FakeRequest.OF_FIRST_APP.population();
    }

    @Override
    public int populationIndex() {
        return 0;
    }
}
