package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.model.CardShare;
import org.tafsim.scenario.SiteSection.PlannedSite;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;

/**
 * Caps on what the servers of a site may draw together: each card of the site gets its part by board power, and runs as a card that is
 * capped there.
 */
final class SitePowerCaps {

    /** Of a site, in the section on energy. */
    static final String KEY = "powerCap";

    private final Reading reading;
    private final double serverFactor;
    private final Map<String, Node> caps = new LinkedHashMap<>();

    SitePowerCaps(Keys scenario, Reading reading) {
        this.reading = reading;
        Optional<Keys> energy = scenario.mapping("energy", "the energy");
        double usual = reading.catalog().tariffs().power().serverFactor();
        serverFactor = energy.map(keys -> keys.optional("server", EnergySection.FACTOR, usual))
                .orElse(usual);
        energy.flatMap(keys -> keys.mapping("sites", "sites")).map(Keys::fields).orElse(List.of()).stream()
                .filter(site -> site.value() instanceof Node.Fields)
                .forEach(site -> reading.keys(site.value(), "the tariff of a site")
                        .find(KEY)
                        .ifPresent(cap -> caps.put(site.key(), cap)));
    }

    /** The sites, with their cards capped. */
    List<PlannedSite> apply(List<PlannedSite> sites) {
        return sites.stream()
                .map(site -> Optional.ofNullable(caps.get(site.site().id()))
                        .map(cap -> capped(site, cap))
                        .orElse(site))
                .toList();
    }

    private PlannedSite capped(PlannedSite site, Node cap) {
        int before = reading.problems().count();
        double watts = Keys.read(cap, Quantities.POWER, reading.problems()) / serverFactor;
        if (reading.problems().count() > before) {
            return site; // cards need not be blamed for it
        }
        double boards = site.cards().kinds().values().stream()
                .mapToDouble(kind -> kind.units() * kind.profile().boardWatts())
                .sum();
        Map<String, CardKind> kinds = new LinkedHashMap<>();
        site.cards().kinds().forEach((name, kind) -> kinds.put(name, capped(kind, watts / boards, cap.at())));
        if (kinds.isEmpty() && site.cards().areAll()) {
            reading.problems()
                    .report(
                            cap.at(),
                            "site %s states no accelerators of its own that a cap could be divided among."
                                    .formatted(site.site().id()));
        }
        return new PlannedSite(site.site(), new SiteCards(kinds, site.cards().areAll()), site.serve(), site.onDemand());
    }

    private CardKind capped(CardKind kind, double share, Place at) {
        if (share >= 1) {
            return kind;
        }
        if (kind.capWatts().isPresent()) {
            reading.problems()
                    .report(
                            at,
                            "the %s of this site have a cap of their own. Maybe only one of both is meant?"
                                    .formatted(kind.name()));
            return kind;
        }
        double watts = share * kind.profile().boardWatts();
        return reading.problems()
                .build(at, () -> CardShare.ofCapped(kind.profile(), watts).of(kind.profile()))
                .map(profile -> new CardKind(
                        kind.name(),
                        profile,
                        kind.card(),
                        kind.units(),
                        kind.mostParallel(),
                        kind.priceShare(),
                        OptionalDouble.of(watts)))
                .orElse(kind);
    }
}
