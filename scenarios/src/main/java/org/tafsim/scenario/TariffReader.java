package org.tafsim.scenario;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.Site;
import org.tafsim.model.SiteSupply;
import org.tafsim.model.SiteTariff;
import org.tafsim.model.Tier;
import org.tafsim.scenario.catalog.CountryFacts;
import org.tafsim.scenario.catalog.TariffEntries;
import org.tafsim.scenario.catalog.Tariffs;
import org.tafsim.scenario.catalog.TierOverheads;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;

/** What sites pay: what is said of a site, else of its tier, country and operator, else what the catalog says. */
final class TariffReader {

    private static final Format<Double> GRAMS = Quantities.NATURAL_NUMBER.named("grams of CO2e", "380");

    private final Reading reading;
    private final SupplyReader supply;
    private final Map<Tier, TierOverheads> tiers = new EnumMap<>(Tier.class);
    private final Map<String, Electricity> countries = new LinkedHashMap<>();
    private final Map<String, Double> premiums;
    private final Map<String, Node> sites;

    /**
     * Reads what is said of kinds of sites.
     *
     * @param premiums by operator
     * @param sites what is said of single ones
     */
    TariffReader(
            Reading reading,
            Map<Tier, Node> tiers,
            Map<String, Node> countries,
            Map<String, Double> premiums,
            Map<String, Node> sites) {
        this.reading = reading;
        this.supply = new SupplyReader(reading);
        this.premiums = premiums;
        this.sites = sites;
        tiers.forEach((tier, node) -> this.tiers.put(tier, overheads(tier, node)));
        countries.forEach((code, node) -> this.countries.put(code, electricity(code, node)));
    }

    /** Carbon (g CO2e/kWh) and price (EUR/kWh) of a country's electricity, for a small data center, and their hours. */
    private record Electricity(
            double carbonGramsPerKwh, double eurPerKwh, List<Double> carbonHours, List<Double> priceHours) {}

    private Tariffs usual() {
        return reading.catalog().tariffs();
    }

    private TierOverheads overheads(Tier tier, Node node) {
        TierOverheads usual = usual().of(tier);
        Keys keys = reading.keys(node, "the overheads of a tier");
        TierOverheads stated = new TierOverheads(
                keys.optional("pue", TariffEntries.PUE, usual.pue()),
                keys.optional("hourFactor", EnergySection.FACTOR, usual.hourFactor()),
                keys.optional("kwhFactor", EnergySection.FACTOR, usual.kwhFactor()),
                SupplyReader.backhaul(keys, usual.backhaulEurPerGb()),
                "stated by the scenario");
        keys.done();
        return stated;
    }

    private Electricity electricity(String code, Node node) {
        Electricity usual = usual(code);
        Keys keys = reading.keys(node, "the electricity of a country");
        Electricity stated = new Electricity(
                keys.optional("carbonGramsPerKwh", GRAMS, usual.carbonGramsPerKwh()),
                keys.optional("eurPerKwh", EnergySection.EUR, usual.eurPerKwh()),
                supply.hours(keys, "carbonHours", List.of()),
                supply.hours(keys, "priceHours", List.of()));
        keys.done();
        return stated;
    }

    private Electricity usual(String code) {
        Optional<CountryFacts> facts =
                Optional.ofNullable(reading.catalog().countries().get(code));
        return new Electricity(usual().carbonGramsPerKwh(facts), usual().eurPerKwh(facts), List.of(), List.of());
    }

    /**
     * Tariffs of all sites, in their order.
     *
     * @param at where numbers that no tariff can have are told
     */
    List<SiteTariff> read(List<Site> all, Place at) {
        return all.stream()
                .flatMap(site -> reading.problems().build(at, () -> tariff(site)).stream())
                .toList();
    }

    private SiteTariff tariff(Site site) {
        TierOverheads tier = Optional.ofNullable(tiers.get(site.tier())).orElseGet(() -> usual().of(site.tier()));
        Electricity country =
                Optional.ofNullable(countries.get(site.countryCode())).orElseGet(() -> usual(site.countryCode()));
        SiteTariff ofItsKind = new SiteTariff(
                site.id(),
                tier.pue(),
                country.carbonGramsPerKwh(),
                country.eurPerKwh() * tier.kwhFactor(),
                tier.hourFactor(),
                premiums.getOrDefault(site.operatorId(), 1.0),
                new SiteSupply(country.carbonHours(), country.priceHours(), Optional.empty(), tier.backhaulEurPerGb()));
        return Optional.ofNullable(sites.get(site.id()))
                .map(node -> own(ofItsKind, node))
                .orElse(ofItsKind);
    }

    private SiteTariff own(SiteTariff usual, Node node) {
        Keys keys = reading.keys(node, "the tariff of a site");
        SiteTariff stated = new SiteTariff(
                usual.siteId(),
                keys.optional("pue", TariffEntries.PUE, usual.pue()),
                keys.optional("carbonGramsPerKwh", GRAMS, usual.carbonGramsPerKwh()),
                keys.optional("eurPerKwh", EnergySection.EUR, usual.eurPerKwh()),
                keys.optional("hourFactor", EnergySection.FACTOR, usual.hourFactor()),
                keys.optional("premium", EnergySection.FACTOR, usual.premium()),
                new SiteSupply(
                        supply.hours(keys, "carbonHours", usual.supply().carbonHours()),
                        supply.hours(keys, "priceHours", usual.supply().priceHours()),
                        supply.battery(keys),
                        SupplyReader.backhaul(keys, usual.supply().backhaulEurPerGb())));
        keys.find(SitePowerCaps.KEY); // was read with the cards
        keys.done();
        return stated;
    }
}
