package org.tafsim.scenario;

import java.util.function.Function;
import org.tafsim.model.RadioDirection;
import org.tafsim.model.SlottedDelay;
import org.tafsim.model.TddFrame;
import org.tafsim.model.UplinkGrant;
import org.tafsim.model.WakeUp;

/** Writes a radio's slots as an access states them. */
final class SlotsWriter {

    private SlotsWriter() {}

    static String slots(SlottedDelay slots) {
        TddFrame frame = slots.frame();
        Entry entry = new Entry()
                .number("numerology", frame.numerology())
                .word("pattern", frame.pattern())
                .raw("special", special(frame.special()))
                .raw("grant", grant(slots.grant()))
                .raw("uplink", direction(slots.uplink()))
                .raw("downlink", direction(slots.downlink()))
                .number("retransmissions", slots.mostRetransmissions())
                .quantity("core", slots.coreMillis(), "ms");
        if (!slots.wakeUps().isEmpty()) {
            Function<WakeUp, String> state = wakeUp -> new Entry()
                    .number("share", wakeUp.share())
                    .quantity("least", wakeUp.leastMillis(), "ms")
                    .quantity("most", wakeUp.mostMillis(), "ms")
                    .toString();
            entry.raw("idle", YamlText.list(slots.wakeUps(), state));
        }
        return entry.toString();
    }

    private static String special(TddFrame.Special special) {
        return new Entry()
                .number("down", special.down())
                .number("guard", special.guard())
                .number("up", special.up())
                .toString();
    }

    private static String grant(UplinkGrant grant) {
        if (grant instanceof UplinkGrant.OnRequest request) {
            return new Entry()
                    .duration("request", request.periodNanos())
                    .duration("offset", request.offsetNanos())
                    .toString();
        }
        return "configured";
    }

    private static String direction(RadioDirection direction) {
        return new Entry()
                .quantity("gnb", direction.gnbMillis(), "ms")
                .quantity("ue", direction.ueMillis(), "ms")
                .number("bler", direction.firstBler())
                .number("laterBler", direction.laterBler())
                .toString();
    }
}
