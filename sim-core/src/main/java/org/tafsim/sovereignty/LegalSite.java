package org.tafsim.sovereignty;

import java.util.List;
import org.tafsim.model.Operator;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;

/** A site as the law sees it; sites that differ in name and power only are equal. */
record LegalSite(String country, Tier tier, String operatorSeat, List<String> operatorControl, Site.Custody custody) {

    /** The sites of a scenario, in its order. */
    static List<LegalSite> listOf(Scenario scenario) {
        return scenario.sites().stream()
                .map(site -> of(site, operator(scenario, site.operatorId())))
                .toList();
    }

    private static Operator operator(Scenario scenario, String id) {
        return scenario.operators().stream()
                .filter(operator -> operator.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static LegalSite of(Site site, Operator operator) {
        return new LegalSite(
                site.countryCode(), site.tier(), operator.seatCountry(), operator.controlledFrom(), site.custody());
    }
}
