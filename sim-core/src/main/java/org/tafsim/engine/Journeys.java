package org.tafsim.engine;

import java.util.List;
import java.util.Optional;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.model.HoursOfDay;
import org.tafsim.model.Journey;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;
import org.tafsim.workload.DurationSampler;

/** Users who go elsewhere while their session goes on: found out when a session sends something. */
final class Journeys {

    static final String STREAM = "journeys";

    private record Leg(int to, double share, DurationSampler after, Optional<HoursOfDay> hours) {

        private boolean goesAt(long nanos) {
            return hours.isEmpty() || hours.get().contains(nanos);
        }
    }

    private final KeyedDraws draws;

    /** By population: the journeys that begin there. */
    private final List<List<Leg>> from;

    private long made;

    Journeys(Scenario scenario, KeyedDraws draws) {
        this.draws = draws;
        List<String> ids = scenario.populations().stream().map(Population::id).toList();
        from = ids.stream().map(id -> legs(scenario, id, ids)).toList();
    }

    private static List<Leg> legs(Scenario scenario, String from, List<String> ids) {
        return scenario.journeys().stream()
                .filter(journey -> journey.fromPopulationId().equals(from))
                .map(journey -> leg(journey, ids))
                .toList();
    }

    private static Leg leg(Journey journey, List<String> ids) {
        return new Leg(
                ids.indexOf(journey.toPopulationId()),
                journey.share(),
                DurationSampler.of(journey.after()),
                journey.hours());
    }

    /** A session begins where its user is. */
    void begin(SessionTable table, int session, long nowNanos) {
        table.journeys[session] = 0;
        plan(table, session, nowNanos);
    }

    /** A session is where its user has gone until now. */
    void update(SessionTable table, int session, long nowNanos) {
        while (table.leavesNanos[session] <= nowNanos) {
            table.course[session].moveTo(table.destination[session]);
            table.journeys[session]++;
            made++;
            plan(table, session, table.leavesNanos[session]);
        }
    }

    private void plan(SessionTable table, int session, long sinceNanos) {
        table.leavesNanos[session] = Long.MAX_VALUE;
        List<Leg> here = from.get(table.course[session].populationIndex());
        if (here.isEmpty()) {
            return;
        }
        long number = table.course[session].number();
        double u = draws.uniform(number, 2 * table.journeys[session]);
        for (Leg leg : here) {
            if (u < leg.share()) {
                // at least a nanosecond, or two places could send a user to and fro for ever
                long after = Math.max(1, leg.after().nanos(draws.uniform(number, 2 * table.journeys[session] + 1)));
                if (leg.goesAt(sinceNanos + after)) {
                    table.destination[session] = leg.to();
                    table.leavesNanos[session] = sinceNanos + after;
                }
                return;
            }
            u -= leg.share();
        }
    }

    /** Journeys that sessions have made. */
    long made() {
        return made;
    }
}
