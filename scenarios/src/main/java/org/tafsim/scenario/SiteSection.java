package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;
import org.tafsim.model.Trust;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads the places with accelerators, one copy of a spread entry at a time. */
final class SiteSection {

    private static final double UPLINK_BITS_PER_SECOND = 10e9;

    private final Reading reading;
    private final Format<String> operator;
    private final TrustReader trust;
    private final CardReader cards;
    private final Ids ids;

    SiteSection(Reading reading, Format<String> operator, Format<String> service) {
        this.reading = reading;
        this.operator = operator;
        this.trust = new TrustReader(reading, service);
        this.cards = new CardReader(reading);
        this.ids = new Ids("site", reading.problems());
    }

    /**
     * A site and what stands in it.
     *
     * @param serve entries of what it serves, unread
     * @param onDemand what of that is loaded on demand
     */
    record PlannedSite(
            Site site, SiteCards cards, List<Node> serve, Optional<OnDemandReader.PlannedOnDemand> onDemand) {}

    /** Sites of plain entries, whose templates and placeholders are filled in. */
    List<PlannedSite> read(List<Node> entries) {
        List<PlannedSite> sites = new ArrayList<>();
        entries.forEach(entry -> site(entry).ifPresent(sites::add));
        return sites;
    }

    private Optional<PlannedSite> site(Node entry) {
        Keys keys = reading.keys(entry, "a site");
        SiteEntries.noteKeys(keys);
        String id = keys.required("id", Format.TEXT);
        ids.claim(id, keys.at("id"));
        Reading.Location location = reading.location(keys);
        Tier tier = keys.required("tier", Format.constant("a tier", Tier.class));
        String operatorId = keys.required("operator", operator);
        Site.Custody custody = custody(keys);
        Trust trusted = trust.read(keys);
        double uplink = keys.optional("uplink", Quantities.DATA_RATE, UPLINK_BITS_PER_SECOND);
        SiteCards stated = cards.read(keys);
        List<Node> serve = keys.items("serve");
        Optional<OnDemandReader.PlannedOnDemand> onDemand =
                keys.find("onDemand").map(node -> OnDemandReader.read(node, reading));
        keys.done();
        return reading.problems()
                .build(
                        keys.at(),
                        () -> new PlannedSite(
                                new Site(
                                        id,
                                        location.city(),
                                        location.countryCode(),
                                        location.point(),
                                        tier,
                                        operatorId,
                                        custody,
                                        uplink,
                                        trusted),
                                stated,
                                serve,
                                onDemand));
    }

    private Site.Custody custody(Keys site) {
        Optional<Keys> stated = site.mapping("custody", "the custody of a site");
        if (stated.isEmpty()) {
            return new Site.Custody(List.of(), List.of(), List.of(), List.of());
        }
        Keys keys = stated.get();
        Site.Custody custody = new Site.Custody(
                keys.oneOrMore("certificates", Format.TEXT),
                reading.countries(keys, "keys"),
                reading.countries(keys, "logs"),
                reading.countries(keys, "support"));
        keys.done();
        return custody;
    }

    /** A reference to one of them. */
    Format<String> reference() {
        return ids.reference();
    }
}
