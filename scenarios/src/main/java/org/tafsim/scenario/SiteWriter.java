package org.tafsim.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.Operator;
import org.tafsim.model.Service;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.Site;
import org.tafsim.model.Trust;
import org.tafsim.scenario.source.Format;

/** Writes sites, the services they use, and the operators of both. */
final class SiteWriter {

    private SiteWriter() {}

    static String operator(Operator operator) {
        Entry entry = new Entry()
                .word("id", operator.id())
                .word("seat", operator.seatCountry())
                .words("controlledFrom", operator.controlledFrom());
        if (!operator.owners().isEmpty()) {
            entry.raw(
                    "owners",
                    YamlText.list(
                            operator.owners(),
                            holding -> new Entry()
                                    .word("of", holding.holder())
                                    .number("share", holding.share())
                                    .toString()));
        }
        stated(entry, "establishments", operator.establishments());
        stated(entry, "undertakings", operator.undertakings());
        return entry.toString();
    }

    static String service(Service service) {
        Entry entry = new Entry().word("id", service.id()).word("operator", service.operatorId());
        stated(entry, "countries", service.countries());
        stated(entry, "certificates", service.certificates());
        stated(entry, "keys", service.keyCountries());
        return entry.toString();
    }

    static String site(Site site, Optional<String> onDemand) {
        Site.Custody custody = site.custody();
        Entry stated = new Entry()
                .words("certificates", custody.certificates())
                .words("keys", custody.keyCountries())
                .words("logs", custody.logCountries())
                .words("support", custody.supportCountries());
        Entry entry =
                new Entry().word("id", site.id()).word("city", site.city()).word("country", site.countryCode());
        TransportWriter.point(entry, site.location())
                .word("tier", Format.wordOf(site.tier()))
                .word("operator", site.operatorId())
                .raw("custody", stated.toString())
                .quantity("uplink", site.uplinkBitsPerSecond(), "bit/s");
        trust(entry, site.trust());
        onDemand.ifPresent(yaml -> entry.raw("onDemand", yaml));
        return entry.toString();
    }

    private static void trust(Entry site, Trust trust) {
        if (!trust.uses().isEmpty()) {
            site.raw("uses", uses(trust.uses()));
        }
        if (!trust.seal().isEmpty()) {
            site.raw("seal", levels(trust.seal()));
        }
        trust.unionAssuranceLevel().ifPresent(level -> site.number("ual", level));
        site.word("cacheSharing", trust.cacheIsShared() ? "shared" : "tenant");
        stated(site, "encryption", trust.encryption());
    }

    private static String uses(Map<ServiceRole, Trust.Use> uses) {
        Entry entry = new Entry();
        uses.forEach((role, use) -> {
            Entry one = new Entry().word("service", use.serviceId());
            use.graceNanos().ifPresent(grace -> one.duration("grace", grace));
            entry.raw(role.word(), one.toString());
        });
        return entry.toString();
    }

    /** SEAL levels of the eight objectives. */
    static String levels(List<Integer> levels) {
        return YamlText.list(levels, level -> Integer.toString(level));
    }

    private static void stated(Entry entry, String key, List<String> words) {
        if (!words.isEmpty()) {
            entry.words(key, words);
        }
    }
}
