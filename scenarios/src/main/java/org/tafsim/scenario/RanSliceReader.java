package org.tafsim.scenario;

import java.util.List;
import java.util.Optional;
import org.tafsim.model.CardShare;
import org.tafsim.model.MigGeometry;
import org.tafsim.model.MigProfile;
import org.tafsim.model.RanSharing.Slice;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads one way to cut a card: two instances by their MIG profiles, two shares of everything, or AI's part with all its figures. */
final class RanSliceReader {

    private static final Format<Double> SHARE =
            Quantities.FRACTION.that(share -> share > 0, "be more than zero").named("a share of the card", "40 %");

    private final Reading reading;
    private final Optional<MigGeometry> geometry;
    private final MigReader mig;

    RanSliceReader(Reading reading, Optional<String> card) {
        this.reading = reading;
        geometry = card.flatMap(
                id -> Optional.ofNullable(reading.catalog().migGeometries().get(id)));
        mig = new MigReader(reading);
    }

    /** What {@code ran} and {@code ai} of a mapping state. */
    Optional<Slice> slice(Keys keys) {
        Optional<Node> ran = keys.require("ran", "3g.48gb");
        Optional<Node> ai = keys.find("ai");
        if (ran.isEmpty()) {
            return Optional.empty();
        }
        int before = reading.problems().count();
        Optional<MigProfile> ranProfile = profile(ran.get());
        Optional<MigProfile> aiProfile = ai.flatMap(this::profile);
        if (ranProfile.isPresent() && (aiProfile.isPresent() || ai.isEmpty())) {
            return reading.problems().count() > before
                    ? Optional.empty()
                    : instances(ranProfile.get(), aiProfile, ran.get(), keys);
        }
        if (reading.problems().count() > before) {
            return Optional.empty();
        }
        if (ranProfile.isPresent() != aiProfile.isPresent()
                && ai.map(Node.Text.class::isInstance).orElse(false)) {
            reading.problems()
                    .report(
                            ai.orElseThrow().at(),
                            "an instance and a share do not go together; state two profiles, or two shares.");
            return Optional.empty();
        }
        return shares(ranProfile, ran.get(), ai, keys);
    }

    private Optional<Slice> shares(Optional<MigProfile> profile, Node ran, Optional<Node> ai, Keys keys) {
        int before = reading.problems().count();
        double ranShare =
                profile.isPresent() ? profile.get().computeShare() : Keys.read(ran, SHARE, reading.problems());
        Optional<CardShare> figures = ai.filter(Node.Fields.class::isInstance)
                .flatMap(node -> figures(reading.keys(node, "a part of a card")));
        double aiShare = ai.filter(node -> !(node instanceof Node.Fields))
                .map(node -> Keys.read(node, SHARE, reading.problems()))
                .orElse(0.0);
        return reading.problems().count() > before
                ? Optional.empty()
                : reading.problems()
                        .build(
                                keys.at(),
                                () -> figures.isPresent()
                                        ? new Slice(ranShare, figures)
                                        : new Slice(ranShare, aiShare));
    }

    private Optional<Slice> instances(MigProfile ran, Optional<MigProfile> ai, Node at, Keys keys) {
        MigGeometry card = geometry.orElseThrow();
        int before = reading.problems().count();
        mig.checkLegal(card, ai.map(one -> List.of(ran, one)).orElse(List.of(ran)), at);
        return reading.problems().count() > before
                ? Optional.empty()
                : reading.problems()
                        .build(keys.at(), () -> new Slice(ran.computeShare(), ai.map(one -> CardShare.of(card, one))));
    }

    /** The profile that a text names; a text with a 'g.' that is none is a problem. */
    private Optional<MigProfile> profile(Node node) {
        if (!(node instanceof Node.Text text) || !text.text().contains("g.")) {
            return Optional.empty();
        }
        if (geometry.isEmpty()) {
            reading.problems()
                    .report(node.at(), "\"%s\": the card cannot be cut into instances.".formatted(text.text()));
            return Optional.empty();
        }
        return Optional.of(Keys.read(node, MigReader.profile(geometry.get()), reading.problems()));
    }

    /** As resolved scenarios have it, so that they need no catalog. */
    private Optional<CardShare> figures(Keys keys) {
        String profile = keys.required("profile", Format.TEXT.named("a name", "4g.48gb"));
        double compute = keys.required("compute", SHARE);
        double bandwidth = keys.required("bandwidth", SHARE);
        double memory = keys.required("memory", SHARE);
        double link = keys.optional("link", Quantities.FRACTION, 0.0);
        double power = keys.required("power", SHARE);
        double price = keys.optional("price", SHARE, power);
        keys.done();
        return reading.problems()
                .build(
                        keys.at(),
                        () -> new CardShare(
                                "/" + profile,
                                compute,
                                bandwidth,
                                memory,
                                link,
                                power,
                                price,
                                "MIG instance " + profile));
    }
}
