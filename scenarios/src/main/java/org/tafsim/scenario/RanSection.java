package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.CellSpec;
import org.tafsim.model.FaultScope;
import org.tafsim.model.Isolation;
import org.tafsim.model.L1Demand;
import org.tafsim.model.RanControl;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;
import org.tafsim.model.Site;
import org.tafsim.scenario.ReplicaSection.PlannedReplica;
import org.tafsim.scenario.SiteSection.PlannedSite;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;

/** Reads the radio cells whose layer 1 shares cards with AI, each entry for one or many sites. */
final class RanSection {

    private final Reading reading;
    private final List<PlannedSite> sites;
    private final ScopeReader scopes;
    private final RanCards cards;
    private final Map<String, Place> taken = new LinkedHashMap<>();

    RanSection(
            Reading reading,
            List<PlannedSite> sites,
            Format<String> site,
            List<PlannedReplica> replicas,
            boolean areAllReplicas) {
        this.reading = reading;
        this.sites = sites;
        List<Site> all = sites.stream().map(PlannedSite::site).toList();
        scopes = new ScopeReader(reading, all, site);
        cards = new RanCards(reading, replicas, areAllReplicas);
    }

    /** RAN of the scenario, by entry, then by site; none where it says nothing of it. */
    List<RanSpec> read(Keys scenario) {
        List<RanSpec> specs = new ArrayList<>();
        for (Node item : scenario.items("ran")) {
            specs.addAll(entry(reading.keys(item, "a RAN")));
        }
        return specs;
    }

    /** What an entry says of each of its sites. */
    private record Terms(
            List<CellSpec> cells,
            L1Demand demand,
            long deadlineNanos,
            RanSharing sharing,
            Isolation isolation,
            double reservation,
            RanControl control) {}

    private List<RanSpec> entry(Keys keys) {
        int before = reading.problems().count();
        FaultScope scope = scopes.read(keys);
        List<PlannedSite> here = reading.problems().count() > before
                ? List.of()
                : sites.stream().filter(site -> scope.includes(site.site())).toList();
        Optional<L1Demand> demand = cards.demand(keys, here);
        Optional<Terms> terms = terms(keys, demand);
        Optional<List<String>> names =
                keys.has("replicas") ? Optional.of(keys.oneOrMore("replicas", Format.TEXT)) : Optional.empty();
        keys.done();
        if (terms.isEmpty() || reading.problems().count() > before) {
            return List.of();
        }
        List<RanSpec> specs = new ArrayList<>();
        for (PlannedSite site : here) {
            claim(site.site().id(), keys.at());
            spec(site, terms.get(), names, keys).ifPresent(specs::add);
        }
        return specs;
    }

    private Optional<Terms> terms(Keys keys, Optional<L1Demand> demand) {
        List<CellSpec> cells = new RanCellReader(reading).read(keys);
        Optional<RanSharing> sharing = new RanSharingReader(reading, demand.map(L1Demand::acceleratorId)).read(keys);
        Isolation isolation = isolation(keys);
        double reservation = keys.optional("reservation", Quantities.FRACTION, 0.0);
        Optional<Long> deadline = keys.find("deadline", Quantities.POSITIVE_DURATION);
        Optional<RanControl> control = new RanControlReader(reading).read(keys);
        sharing.ifPresent(how -> checkReservation(how, reservation, keys));
        if (cells.isEmpty() || demand.isEmpty() || sharing.isEmpty() || control.isEmpty()) {
            return Optional.empty();
        }
        long slot = cells.get(0).slotNanos();
        return Optional.of(new Terms(
                cells, demand.get(), deadline.orElse(slot), sharing.get(), isolation, reservation, control.get()));
    }

    private Optional<RanSpec> spec(PlannedSite site, Terms terms, Optional<List<String>> names, Keys keys) {
        return cards.replicas(site, terms.demand(), terms.sharing(), names, keys)
                .flatMap(replicas -> reading.problems()
                        .build(
                                keys.at(),
                                () -> new RanSpec(
                                        site.site().id(),
                                        terms.cells(),
                                        terms.demand(),
                                        terms.deadlineNanos(),
                                        terms.sharing(),
                                        terms.isolation(),
                                        terms.reservation(),
                                        terms.control(),
                                        replicas)));
    }

    private void claim(String site, Place at) {
        Place first = taken.putIfAbsent(site, at);
        if (first != null) {
            reading.problems()
                    .report(
                            at,
                            "the site '%s' has RAN already.".formatted(site),
                            Optional.of("The other is at line %d.".formatted(first.line())));
        }
    }

    private Isolation isolation(Keys ran) {
        Isolation usual = Isolation.BARE_METAL;
        Optional<Keys> stated = ran.mapping("isolation", "the isolation of RAN");
        if (stated.isEmpty()) {
            return usual;
        }
        Keys keys = stated.get();
        Isolation isolation = new Isolation(
                keys.optional("pinning", Format.FLAG, usual.isPinned()),
                keys.optional("numa", Format.FLAG, usual.isNumaAligned()),
                keys.optional(
                        "attachment",
                        Format.constant("a way to attach an accelerator", Isolation.Attachment.class),
                        usual.attachment()));
        keys.done();
        return isolation;
    }

    private void checkReservation(RanSharing sharing, double reservation, Keys keys) {
        List<RanSharing.Slice> slices = RanSharingWriter.slices(sharing);
        double most =
                slices.stream().mapToDouble(RanSharing.Slice::ranShare).max().orElse(1);
        if (reservation > most) {
            reading.problems()
                    .report(
                            keys.at("reservation"),
                            String.format(
                                    Locale.ROOT,
                                    "no slice keeps the reservation: RAN has %.1f %% of the card at most.",
                                    100 * most));
        }
    }
}
