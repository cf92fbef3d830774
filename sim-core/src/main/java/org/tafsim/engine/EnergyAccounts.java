package org.tafsim.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.energy.Account;
import org.tafsim.energy.Consumption;
import org.tafsim.energy.EnergyModel;
import org.tafsim.energy.SiteBattery;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;

/** What each replica used in the measured time, and what of it was for the requests of each application. */
final class EnergyAccounts {
    private final EnergyModel model;
    private final SharedCards cards;
    private final Account[] ofReplicas;
    private final Consumption[][] ofApps;
    private final double[][] appSeconds;
    private final Map<String, SiteBattery> batteries = new LinkedHashMap<>();
    private final List<String> siteIds;

    EnergyAccounts(Scenario scenario) {
        model = new EnergyModel(scenario);
        cards = new SharedCards(scenario);
        int replicas = scenario.replicas().size();
        int apps = scenario.apps().size();
        ofReplicas = new Account[replicas];
        Arrays.fill(ofReplicas, Account.NONE);
        ofApps = new Consumption[replicas][apps];
        for (Consumption[] row : ofApps) {
            Arrays.fill(row, Consumption.NONE);
        }
        appSeconds = new double[replicas][apps];
        siteIds = scenario.replicas().stream().map(ServedReplica::siteId).toList();
        scenario.energy().tariffs().stream()
                .filter(tariff -> tariff.supply().battery().isPresent())
                .forEach(tariff -> batteries.put(tariff.siteId(), new SiteBattery(tariff)));
    }

    /** Adds a stretch of the measured time. */
    void add(UsageStretch stretch) {
        Map<String, Double> loads = new LinkedHashMap<>();
        for (int i = 0; i < ofReplicas.length; i++) {
            int replica = i;
            double seconds = cards.secondsOf(replica, stretch::busySeconds, stretch.onSeconds(replica));
            double part = stretch.cardShare(replica);
            model.find(
                            replica,
                            stretch.hour(),
                            part * stretch.busySeconds(replica),
                            part * stretch.prefillSeconds(replica),
                            seconds,
                            stretch.ranSeconds(replica))
                    .ifPresent(account -> {
                        ofReplicas[replica] = ofReplicas[replica].plus(account);
                        loads.merge(siteIds.get(replica), account.total().joules(), Double::sum);
                    });
            addApps(replica, stretch);
        }
        batteries.forEach(
                (site, battery) -> battery.step(stretch.hour(), stretch.seconds(), loads.getOrDefault(site, 0.0)));
    }

    /**
     * Electricity by the end of a stretch that has not been added (J), by replica; what a battery does is that of the first replica of
     * its site.
     *
     * @param isMeasured whether the stretch is of the measured time: batteries stand still before
     */
    double[] joulesAfter(UsageStretch stretch, boolean isMeasured) {
        double[] joules = new double[ofReplicas.length];
        Map<String, Double> loads = new LinkedHashMap<>();
        for (int replica = 0; replica < joules.length; replica++) {
            double part = stretch.cardShare(replica);
            double added = model.joules(
                    replica,
                    part * stretch.busySeconds(replica),
                    part * stretch.prefillSeconds(replica),
                    cards.secondsOf(replica, stretch::busySeconds, stretch.onSeconds(replica)),
                    stretch.ranSeconds(replica));
            joules[replica] = ofReplicas[replica].total().joules() + added;
            if (!batteries.isEmpty()) {
                loads.merge(siteIds.get(replica), added, Double::sum);
            }
        }
        batteries.forEach((site, battery) -> {
            int first = siteIds.indexOf(site);
            if (isMeasured && first >= 0) {
                double load = loads.getOrDefault(site, 0.0);
                joules[first] += battery.joulesAfter(stretch.hour(), stretch.seconds(), load);
            }
        });
        return joules;
    }

    /** Whether a replica is accounted for. */
    boolean isAccountedFor(int replica) {
        return model.isAccountedFor(replica);
    }

    /** Batteries by the site they stand at. */
    Map<String, SiteBattery> batteries() {
        return batteries;
    }

    private void addApps(int replica, UsageStretch stretch) {
        for (int app = 0; app < ofApps[replica].length; app++) {
            double part = stretch.cardShare(replica);
            double busy = part * stretch.busySeconds(replica, app);
            if (busy > 0) {
                appSeconds[replica][app] += busy;
                ofApps[replica][app] = ofApps[replica][app].plus(
                        model.busy(replica, stretch.hour(), busy, part * stretch.prefillSeconds(replica, app)));
            }
        }
    }

    /** Of one replica; empty where it is not accounted for. */
    Optional<Account> of(int replica) {
        return model.isAccountedFor(replica) ? Optional.of(ofReplicas[replica]) : Optional.empty();
    }

    /** What of a replica's account is an application's: of its busy time; and of its idle time, in proportion to that. */
    Account ofApp(int replica, int app) {
        double all = Arrays.stream(appSeconds[replica]).sum();
        return all == 0
                ? Account.NONE
                : new Account(ofApps[replica][app], ofReplicas[replica].idle().times(appSeconds[replica][app] / all));
    }

    /** Whether an application used a replica. */
    boolean isUsedBy(int replica, int app) {
        return appSeconds[replica][app] > 0;
    }
}
