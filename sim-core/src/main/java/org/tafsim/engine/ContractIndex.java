package org.tafsim.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tafsim.model.App;
import org.tafsim.model.Contract;
import org.tafsim.model.DataClass;
import org.tafsim.model.FederationSpec;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.Upf;

/**
 * Which contracts open which sites to which requests, apart from time and capacity. Requests that are alike to all contracts share a
 * row.
 */
final class ContractIndex {

    private final boolean isStated;
    private final List<Contract> contracts;
    private final int populations;
    private final ContractRow[] rows;

    private record Kind(String home, String app, DataClass dataClass, String origin) {}

    /** Of the applications as the law sees them. */
    ContractIndex(Scenario scenario, AppVariants variants) {
        isStated = scenario.federation().isPresent();
        contracts = scenario.federation().map(FederationSpec::contracts).orElse(List.of());
        populations = scenario.populations().size();
        rows = isStated ? rows(scenario, variants, scenario.federation().get().homes()) : new ContractRow[0];
    }

    private ContractRow[] rows(Scenario scenario, AppVariants variants, Map<String, String> homes) {
        Map<String, String> operatorOfUpf =
                scenario.upfs().stream().collect(Collectors.toMap(Upf::id, Upf::operatorId));
        Map<Kind, ContractRow> known = new HashMap<>(); // asked, never iterated
        List<App> apps = variants.lawfulScenario().apps();
        ContractRow[] all = new ContractRow[apps.size() * populations];
        for (int app = 0; app < apps.size(); app++) {
            String id = scenario.apps().get(variants.originOf(app)).id();
            for (int i = 0; i < populations; i++) {
                Population users = scenario.populations().get(i);
                String home = homes.getOrDefault(id, Objects.requireNonNull(operatorOfUpf.get(users.upfId())));
                Kind kind = new Kind(home, id, apps.get(app).dataClass(), users.countryCode());
                all[app * populations + i] = known.computeIfAbsent(kind, one -> row(one, scenario.sites()));
            }
        }
        return all;
    }

    private ContractRow row(Kind kind, List<Site> sites) {
        int[] covering = IntStream.range(0, contracts.size())
                .filter(i -> contracts.get(i).covers(kind.home(), kind.app(), kind.dataClass(), kind.origin()))
                .filter(i -> !contracts.get(i).partnerId().equals(kind.home()))
                .toArray();
        if (covering.length > ContractRow.MOST) {
            throw new IllegalArgumentException("%d contracts cover application %s of operator %s; at most %d may."
                    .formatted(covering.length, kind.app(), kind.home(), ContractRow.MOST));
        }
        long[] bySite = new long[sites.size()];
        for (int site = 0; site < bySite.length; site++) {
            bySite[site] = sites.get(site).operatorId().equals(kind.home()) ? ContractRow.OWN : 0;
            for (int i = 0; i < covering.length; i++) {
                bySite[site] |= contracts.get(covering[i]).opens(sites.get(site)) ? 1L << i : 0;
            }
        }
        return new ContractRow(covering, bySite);
    }

    /** Whether the scenario has operators keep to their own sites, contracts apart. */
    boolean isStated() {
        return isStated;
    }

    /** All contracts. */
    List<Contract> contracts() {
        return contracts;
    }

    /** Rows there are. */
    int rows() {
        return rows.length;
    }

    /** Number of the row of an application, as the law sees it, and a population. */
    int rowOf(int lawApp, int population) {
        return lawApp * populations + population;
    }

    /** A row; there are some only where a federation is stated. */
    ContractRow row(int number) {
        return rows[number];
    }

    /** Whether a site is the home operator's, or some contract covers such requests there. */
    boolean mayEverGo(int lawApp, int population, int site) {
        return !isStated || rows[rowOf(lawApp, population)].at(site) != 0;
    }
}
