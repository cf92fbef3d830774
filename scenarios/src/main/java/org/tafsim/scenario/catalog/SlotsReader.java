package org.tafsim.scenario.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.RadioDirection;
import org.tafsim.model.SlottedDelay;
import org.tafsim.model.TddFrame;
import org.tafsim.model.UplinkGrant;
import org.tafsim.model.WakeUp;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/** Reads a radio's slots, from which its delays follow. */
final class SlotsReader {
    private static final double USUAL_LATER_BLER = 0.02;
    private static final Format<Double> BLER =
            Quantities.FRACTION.named("a share of transmissions", "10 %").that(share -> share < 1, "be less than 1");
    private static final Format<Integer> SYMBOLS = integer(TddFrame.SYMBOLS, "10");
    private static final Format<String> CONFIGURED = Format.word("a grant", List.of("configured"));

    private final Problems problems;

    SlotsReader(Problems problems) {
        this.problems = problems;
    }

    /** The slots; empty where they could not be built. */
    Optional<SlottedDelay> read(Node node) {
        int before = problems.count();
        Keys keys = Keys.of(node, "the slots of an access", problems);
        Optional<TddFrame> frame = frame(keys);
        Optional<UplinkGrant> grant = keys.require("grant", "configured").flatMap(this::grant);
        Optional<RadioDirection> uplink = direction(keys, "uplink");
        Optional<RadioDirection> downlink = direction(keys, "downlink");
        int retransmissions = keys.optional("retransmissions", integer(8, "3"), SlottedDelay.USUAL_RETRANSMISSIONS);
        double core = keys.required("core", Quantities.MILLIS);
        List<WakeUp> idle = idle(keys);
        keys.done();
        if (problems.count() > before) {
            return Optional.empty();
        }
        return problems.build(
                keys.at(),
                () -> new SlottedDelay(
                        frame.orElseThrow(),
                        grant.orElseThrow(),
                        uplink.orElseThrow(),
                        downlink.orElseThrow(),
                        retransmissions,
                        core,
                        idle));
    }

    private Optional<TddFrame> frame(Keys slots) {
        int numerology = slots.required("numerology", integer(4, "1"));
        String pattern = slots.required("pattern", Format.TEXT.named("a TDD pattern", "DDDSU"));
        TddFrame.Special special = slots.mapping("special", "a special slot")
                .flatMap(this::special)
                .orElse(TddFrame.Special.USUAL); // for one that is wrong too, so that the pattern is looked at
        return problems.build(slots.at("pattern"), () -> new TddFrame(numerology, pattern, special));
    }

    private Optional<TddFrame.Special> special(Keys keys) {
        int down = keys.required("down", SYMBOLS);
        int guard = keys.required("guard", SYMBOLS);
        int up = keys.required("up", SYMBOLS);
        keys.done();
        return problems.build(keys.at(), () -> new TddFrame.Special(down, guard, up));
    }

    private Optional<UplinkGrant> grant(Node node) {
        if (node instanceof Node.Text) {
            Keys.read(node, CONFIGURED, problems);
            return Optional.of(new UplinkGrant.Configured());
        }
        Keys keys = Keys.of(node, "a grant on request", problems);
        long period = keys.required("request", Quantities.POSITIVE_DURATION.named("a duration", "2.5 ms"));
        long offset = keys.optional("offset", Quantities.DURATION, 0L);
        keys.done();
        return problems.build(keys.at(), () -> new UplinkGrant.OnRequest(period, offset));
    }

    private Optional<RadioDirection> direction(Keys slots, String key) {
        Optional<Node> node = slots.require(key, "{gnb: 1.5 ms, ue: 1 ms, bler: 10 %}");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Keys keys = Keys.of(node.get(), "a direction of slots", problems);
        double gnb = keys.required("gnb", Quantities.MILLIS);
        double ue = keys.required("ue", Quantities.MILLIS);
        double bler = keys.required("bler", BLER);
        double later = keys.optional("laterBler", BLER, USUAL_LATER_BLER);
        keys.done();
        return problems.build(keys.at(), () -> new RadioDirection(gnb, ue, bler, later));
    }

    private List<WakeUp> idle(Keys slots) {
        List<WakeUp> states = new ArrayList<>();
        for (Node item : slots.items("idle")) {
            Keys keys = Keys.of(item, "an idle state", problems);
            double share = keys.required("share", Quantities.FRACTION);
            double least = keys.optional("least", Quantities.MILLIS, 0.0);
            double most = keys.required("most", Quantities.MILLIS);
            keys.done();
            problems.build(keys.at(), () -> new WakeUp(share, least, most)).ifPresent(states::add);
        }
        return states;
    }

    private static Format<Integer> integer(int most, String example) {
        Format<Long> whole = Quantities.whole(0, most, example);
        return new Format<>(whole.noun(), example, text -> Math.toIntExact(whole.parse(text)));
    }
}
