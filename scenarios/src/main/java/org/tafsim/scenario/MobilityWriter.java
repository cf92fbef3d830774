package org.tafsim.scenario;

import org.tafsim.model.HoursOfDay;
import org.tafsim.model.Journey;
import org.tafsim.model.Movement;

/** Writes how users move. */
final class MobilityWriter {

    private MobilityWriter() {}

    static String movement(Movement movement) {
        return new Entry()
                .number("share", movement.share())
                .quantity("speed", movement.metersPerSecond(), "m/s")
                .quantity("cellRadius", movement.cellRadiusMeters(), "m")
                .raw("interruption", ProfileWriter.quantiles(movement.interruptionMillis(), " ms"))
                .toString();
    }

    static String journey(Journey journey) {
        Entry entry = new Entry()
                .word("id", journey.id())
                .word("from", journey.fromPopulationId())
                .word("to", journey.toPopulationId())
                .number("share", journey.share())
                .raw("after", DurationWriter.yaml(journey.after()));
        journey.hours().ifPresent(hours -> entry.raw("hours", hours(hours)));
        return entry.toString();
    }

    private static String hours(HoursOfDay hours) {
        return new Entry()
                .number("from", hours.from())
                .number("to", hours.to())
                .number("startHour", hours.startHour())
                .toString();
    }
}
