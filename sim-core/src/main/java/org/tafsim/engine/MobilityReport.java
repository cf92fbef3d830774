package org.tafsim.engine;

import java.util.List;
import org.tafsim.model.Relocation;
import org.tafsim.model.Scenario;

/** What users who move came to, over the whole run, warm-up included; nothing where nobody moves. */
final class MobilityReport {

    /** Names of the metrics. */
    static final List<String> NAMES = List.of("handovers", "session_journeys", "relocations", "kv_moved_gb");

    private static final double BYTES_PER_GB = 1e9;

    private final boolean isWanted;
    private final RequestLife life;
    private final Sessions sessions;

    MobilityReport(Scenario scenario, RequestLife life, Sessions sessions) {
        this.life = life;
        this.sessions = sessions;
        isWanted = !scenario.journeys().isEmpty()
                || scenario.populations().stream()
                        .anyMatch(population -> population.movement().isPresent())
                || scenario.apps().stream()
                        .flatMap(app -> app.requestTerms().session().stream())
                        .anyMatch(session -> session.relocation() != Relocation.RE_PREFILL);
    }

    List<Metric> metrics() {
        return isWanted
                ? List.of(
                        count("handovers", life.network().handovers()),
                        count("session_journeys", sessions.journeysMade()),
                        count("relocations", life.relocations().moves()),
                        new Metric(
                                "all", "kv_moved_gb", "GB", life.relocations().movedBytes() / BYTES_PER_GB))
                : List.of();
    }

    private static Metric count(String name, long value) {
        return new Metric("all", name, "count", (double) value);
    }
}
