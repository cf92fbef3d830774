package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tafsim.model.CountSpec;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.HoursOfDay;
import org.tafsim.model.Journey;
import org.tafsim.model.Population;
import org.tafsim.model.Relocation;
import org.tafsim.model.Scenario;
import org.tafsim.model.SessionSpec;
import org.tafsim.model.Upf;

/** The small world, where users talk for five turns with 10 s between them, and some go from Munich to Zurich meanwhile. */
final class TravelWorld {
    static final int MUNICH = 0;
    static final int ZURICH = 1;
    private static final GeoPoint ZURICH_CITY = new GeoPoint(47.37, 8.54);

    private TravelWorld() {}

    /** They go after 15 s: between their second and third turn, as answers take less than a second. */
    static Scenario of(double share, Relocation relocation) {
        return of(share, relocation, Optional.empty());
    }

    /** The same, at some hours. */
    static Scenario of(double share, Relocation relocation, Optional<HoursOfDay> hours) {
        SessionSpec session = new SessionSpec(
                new CountSpec.Fixed(5),
                new DurationSpec.Constant(10_000_000_000L),
                0,
                OptionalInt.empty(),
                Optional.empty(),
                relocation);
        Scenario scenario = new SmallWorld()
                .requestsPerSecond(0.5)
                .prompts(200)
                .answers(8)
                .session(session)
                .build();
        List<Upf> upfs = new ArrayList<>(scenario.upfs());
        upfs.add(new Upf("upf-zurich", "Zurich", "CH", ZURICH_CITY, "telco"));
        List<Population> populations = new ArrayList<>(scenario.populations());
        populations.add(new Population("abroad", "Zurich", "CH", ZURICH_CITY, 1, "radio", "upf-zurich"));
        return new Scenario(
                scenario.name(),
                scenario.description(),
                scenario.run(),
                scenario.operators(),
                scenario.services(),
                scenario.sites(),
                upfs,
                scenario.accesses(),
                populations,
                scenario.replicas(),
                scenario.apps(),
                scenario.transport(),
                scenario.sovereignty(),
                scenario.energy(),
                scenario.life(),
                scenario.faults(),
                scenario.ran(),
                scenario.federation(),
                scenario.slices(),
                List.of(new Journey(
                        "trip", "users", "abroad", share, new DurationSpec.Constant(15_000_000_000L), hours)),
                scenario.policies());
    }
}
