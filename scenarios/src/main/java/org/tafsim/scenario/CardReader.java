package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.CardShare;
import org.tafsim.model.CardSharing;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.source.Suggestions;

/** Reads the accelerators of a site: {@code {L4: 4}}, or how the cards of a kind are capped, shared or cut. */
final class CardReader {

    private static final Format<Integer> COUNT = Quantities.count("4");
    private static final Format<Integer> CARDS = COUNT.that(cards -> cards <= 100_000, "not exceed 100000");
    private static final Format<Integer> WAYS = Quantities.count("2").that(ways -> ways <= 100, "not exceed 100");
    private static final Format<CardSharing.Mode> MODE = Format.constant("a mode of sharing", CardSharing.Mode.class);

    private final Reading reading;
    private final MigReader mig;

    CardReader(Reading reading) {
        this.reading = reading;
        this.mig = new MigReader(reading);
    }

    /** What replicas can run on, by the name that they use. */
    SiteCards read(Keys site) {
        int before = reading.problems().count();
        Map<String, CardKind> kinds = new LinkedHashMap<>();
        site.mapping("accelerators", "the accelerators of a site").map(Keys::fields).orElse(List.of()).stream()
                .flatMap(field -> kinds(field).stream())
                .forEach(kind -> kinds.merge(kind.name(), kind, (one, more) -> one.and(more.units())));
        return new SiteCards(kinds, reading.problems().count() == before);
    }

    private List<CardKind> kinds(Node.Field field) {
        Optional<AcceleratorProfile> card = card(field);
        if (!(field.value() instanceof Node.Fields)) {
            int count = Keys.read(field.value(), COUNT, reading.problems());
            return card.map(known -> List.of(CardKind.whole(known, count))).orElse(List.of());
        }
        Keys keys = reading.keys(field.value(), "a kind of card");
        int count = keys.required("count", CARDS);
        Optional<Double> cap = keys.find("powerCap", Quantities.POWER);
        Optional<CardSharing> sharing = sharing(keys);
        Optional<Node> layout = keys.find("mig");
        keys.done();
        if (sharing.isPresent() && layout.isPresent()) {
            reading.problems().report(keys.at("share"), "a card that is cut into instances is not shared as well.");
            return List.of();
        }
        return card.flatMap(known -> capped(known, count, cap, keys))
                .map(whole -> parts(whole, sharing, layout))
                .orElse(List.of());
    }

    private Optional<AcceleratorProfile> card(Node.Field field) {
        Map<String, AcceleratorProfile> known = reading.catalog().accelerators();
        Optional<AcceleratorProfile> card = Optional.ofNullable(known.get(field.key()));
        if (card.isEmpty()) {
            reading.problems()
                    .report(
                            field.keyAt(),
                            "\"%s\" is not an accelerator of the catalog.".formatted(field.key()),
                            Suggestions.maybe(field.key(), known.keySet()));
        }
        return card;
    }

    private Optional<CardSharing> sharing(Keys cards) {
        Optional<Keys> stated = cards.mapping("share", "the sharing of a card");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Keys keys = stated.get();
        CardSharing.Mode mode = keys.required("mode", MODE);
        int ways = keys.required("ways", WAYS);
        double interference = keys.optional("interference", Quantities.FRACTION, CardSharing.USUAL_INTERFERENCE);
        keys.done();
        return reading.problems().build(keys.at(), () -> new CardSharing(mode, ways, interference));
    }

    private Optional<CardKind> capped(AcceleratorProfile card, int count, Optional<Double> cap, Keys keys) {
        if (cap.isEmpty()) {
            return Optional.of(CardKind.whole(card, count));
        }
        double watts = cap.get();
        return reading.problems()
                .build(
                        keys.at("powerCap"),
                        () -> CardShare.ofCapped(card, watts).of(card))
                .map(profile -> new CardKind(card.id(), profile, card, count, count, 1, OptionalDouble.of(watts)));
    }

    private List<CardKind> parts(CardKind cards, Optional<CardSharing> sharing, Optional<Node> layout) {
        if (layout.isPresent()) {
            return mig.instances(cards, layout.get());
        }
        return List.of(sharing.map(how -> shared(cards, how)).orElse(cards));
    }

    private static CardKind shared(CardKind cards, CardSharing sharing) {
        return cards.parts(cards.name(), CardShare.of(sharing), cards.units() * sharing.ways(), cards.units());
    }
}
