package org.tafsim.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tafsim.energy.Account;
import org.tafsim.energy.Consumption;
import org.tafsim.energy.SiteBattery;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;

/**
 * Electricity, carbon and money of the measured time: of all replicas, of those of each tier and of each country, and what of it was
 * for each application. A scope of which a replica has no tariff is left out.
 */
final class EnergyReport {

    /** In the order of reports. */
    static final List<String> NAMES = EnergyFigures.NAMES;

    private static final double BYTES_PER_GB = 1e9;

    private final Scenario scenario;
    private final OutcomeRecorder recorder;
    private final EnergyAccounts accounts;
    private final Traffic traffic;
    private final Map<String, Site> sites = new LinkedHashMap<>();
    private final Map<String, Double> eurPerGb = new LinkedHashMap<>();
    private final EnergyFigures figures;

    EnergyReport(Scenario scenario, OutcomeRecorder recorder, EnergyAccounts accounts, Traffic traffic) {
        this.scenario = scenario;
        this.recorder = recorder;
        this.accounts = accounts;
        this.traffic = traffic;
        scenario.sites().forEach(site -> sites.put(site.id(), site));
        scenario.energy()
                .tariffs()
                .forEach(tariff -> eurPerGb.put(tariff.siteId(), tariff.supply().backhaulEurPerGb()));
        figures = new EnergyFigures(
                eurPerGb.values().stream().anyMatch(eur -> eur > 0),
                scenario.energy().embodied().isPresent());
    }

    /** All of them. */
    List<Metric> metrics() {
        addScope("all", replica -> true, outputTokens());
        for (Tier tier : Tier.values()) {
            addScope("tier:" + tier.word(), replica -> siteOf(replica).tier() == tier, 0);
        }
        scenario.replicas().stream()
                .map(replica -> siteWith(replica.siteId()).countryCode())
                .distinct()
                .forEach(code -> addScope(
                        "country:" + code,
                        replica -> siteOf(replica).countryCode().equals(code),
                        0));
        IntStream.range(0, scenario.apps().size()).forEach(this::addApp);
        accounts.batteries().forEach((site, battery) -> figures.addBattery("site:" + site, battery));
        return figures.metrics();
    }

    private Site siteOf(int replica) {
        return siteWith(scenario.replicas().get(replica).siteId());
    }

    private Site siteWith(String id) {
        return Optional.ofNullable(sites.get(id)).orElseThrow();
    }

    private double outputTokens() {
        return IntStream.range(0, scenario.apps().size())
                .mapToDouble(app -> (double) recorder.of(app).outputTokens)
                .sum();
    }

    private void addScope(String scope, IntPredicate isIn, double tokens) {
        int[] replicas =
                IntStream.range(0, scenario.replicas().size()).filter(isIn).toArray();
        double served =
                (double) IntStream.of(replicas).mapToLong(recorder::servedBy).sum();
        account(replicas).ifPresent(account -> {
            figures.add(scope, account, backhaulEur(replicas), served, tokens);
            addRan(scope, account.ran(), sitesOf(replicas));
        });
    }

    private void addRan(String scope, Consumption ran, List<String> siteIds) {
        int cells = scenario.ran().stream()
                .filter(spec ->
                        siteIds.contains(spec.siteId()) && !spec.replicaIds().isEmpty())
                .mapToInt(spec -> spec.cells().size())
                .sum();
        if (cells > 0) {
            figures.addRan(scope, ran, cells, scenario.run().durationNanos() / 1e9);
        }
    }

    private Optional<Account> account(int[] replicas) {
        Account sum = Account.NONE;
        for (int replica : replicas) {
            Optional<Account> one = accounts.of(replica);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(one.get());
        }
        for (String site : sitesOf(replicas)) {
            SiteBattery battery = accounts.batteries().get(site);
            if (battery != null) {
                sum = sum.plus(new Account(Consumption.NONE, battery.effect()));
            }
        }
        return replicas.length == 0 ? Optional.empty() : Optional.of(sum);
    }

    private List<String> sitesOf(int[] replicas) {
        return IntStream.of(replicas)
                .mapToObj(replica -> scenario.replicas().get(replica).siteId())
                .distinct()
                .toList();
    }

    /** Of the sites that these replicas stand at. */
    private double backhaulEur(int[] replicas) {
        List<String> ids = sitesOf(replicas);
        return IntStream.range(0, scenario.apps().size())
                .mapToDouble(app -> backhaulEur(app, ids))
                .sum();
    }

    private double backhaulEur(int app, List<String> siteIds) {
        double eur = 0;
        for (int site = 0; site < scenario.sites().size(); site++) {
            String id = scenario.sites().get(site).id();
            if (siteIds.contains(id)) {
                eur += eurPerGb.getOrDefault(id, 0.0) * (double) traffic.backhaulBytes(app, site) / BYTES_PER_GB;
            }
        }
        return eur;
    }

    private void addApp(int app) {
        Account sum = Account.NONE;
        for (int replica = 0; replica < scenario.replicas().size(); replica++) {
            if (accounts.isUsedBy(replica, app)) {
                if (accounts.of(replica).isEmpty()) {
                    return;
                }
                sum = sum.plus(accounts.ofApp(replica, app));
            }
        }
        AppStatistics of = recorder.of(app);
        double completed = (double) of.outcomes[Outcome.COMPLETED.column()];
        if (!eurPerGb.isEmpty()) {
            double backhaul = backhaulEur(app, List.copyOf(sites.keySet()));
            figures.add("app:" + scenario.apps().get(app).id(), sum, backhaul, completed, (double) of.outputTokens);
        }
    }
}
