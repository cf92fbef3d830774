package org.tafsim.sovereignty;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.tafsim.model.App;
import org.tafsim.model.DataTerms;
import org.tafsim.model.Holding;
import org.tafsim.model.Operator;
import org.tafsim.model.Population;
import org.tafsim.model.Service;
import org.tafsim.model.Site;
import org.tafsim.model.Tenant;
import org.tafsim.model.Trust;

/** Everything that somebody can leave unsaid of a world, so that a rule that asks for it has no answer. */
enum Forgotten {
    SITE_COUNTRY,
    SITE_CERTIFICATES,
    SITE_KEYS,
    SITE_LOGS,
    SITE_SUPPORT,
    SITE_SEAL,
    SITE_UAL,
    SITE_ENCRYPTION,
    SITE_PATHS,
    SITE_HARDWARE,
    SERVICE_COUNTRIES,
    SERVICE_CERTIFICATES,
    SERVICE_KEYS,
    OPERATOR_SEAT,
    OPERATOR_CONTROL,
    OPERATOR_UNDERTAKINGS,
    OPERATOR_LAST_OWNER,
    OPERATOR_OWNERS,
    TENANT_SECTOR,
    TENANT_COUNTRY,
    TENANT_MIN_SEAL,
    TENANT_MIN_UAL,
    DATA_PURPOSE,
    DATA_RISK,
    SUBJECT_COUNTRY;

    private static final List<String> NONE = List.of();

    /** Things of which it can be left unsaid, at least 1. */
    int count(World world) {
        return Math.max(
                1,
                switch (name().substring(0, name().indexOf('_'))) {
                    case "SITE" -> world.sites.size();
                    case "SERVICE" -> world.services.size();
                    case "OPERATOR" -> world.operators.size();
                    case "SUBJECT" -> world.populations.size();
                    default -> world.apps.size();
                });
    }

    /** Leaves it unsaid of some, by index. */
    void in(World world, IntPredicate which) {
        switch (name().substring(0, name().indexOf('_'))) {
            case "SITE" -> sites(world, which);
            case "SERVICE" -> change(world.services, which, this::without);
            case "OPERATOR" -> change(world.operators, which, this::without);
            case "SUBJECT" -> change(world.populations, which, Forgotten::withoutCountry);
            default -> change(world.apps, which, this::without);
        }
    }

    private void sites(World world, IntPredicate which) {
        if (this == SITE_HARDWARE) {
            List<String> bare = java.util.stream.IntStream.range(0, world.sites.size())
                    .filter(which)
                    .mapToObj(site -> world.sites.get(site).id())
                    .toList();
            world.replicas.removeIf(replica -> bare.contains(replica.siteId()));
        } else if (this == SITE_PATHS) {
            for (int site = 0; site < world.sites.size(); site++) {
                for (int users = 0; users < world.populations.size() && which.test(site); users++) {
                    world.path(users, site);
                }
            }
        } else {
            change(world.sites, which, this::without);
        }
    }

    private static <T> void change(List<T> things, IntPredicate which, UnaryOperator<T> change) {
        for (int i = 0; i < things.size(); i++) {
            if (which.test(i)) {
                things.set(i, change.apply(things.get(i)));
            }
        }
    }

    private <T> T unless(Forgotten forgotten, T stated, T nothing) {
        return this == forgotten ? nothing : stated;
    }

    private Site without(Site site) {
        Site.Custody custody = site.custody();
        Trust trust = site.trust();
        return new Site(
                site.id(),
                site.city(),
                unless(SITE_COUNTRY, site.countryCode(), ""),
                site.location(),
                site.tier(),
                site.operatorId(),
                new Site.Custody(
                        unless(SITE_CERTIFICATES, custody.certificates(), NONE),
                        unless(SITE_KEYS, custody.keyCountries(), NONE),
                        unless(SITE_LOGS, custody.logCountries(), NONE),
                        unless(SITE_SUPPORT, custody.supportCountries(), NONE)),
                site.uplinkBitsPerSecond(),
                new Trust(
                        trust.uses(),
                        unless(SITE_SEAL, trust.seal(), List.of()),
                        unless(SITE_UAL, trust.unionAssuranceLevel(), OptionalInt.empty()),
                        trust.cacheIsShared(),
                        unless(SITE_ENCRYPTION, trust.encryption(), NONE)));
    }

    private Service without(Service service) {
        return new Service(
                service.id(),
                unless(SERVICE_COUNTRIES, service.countries(), NONE),
                service.operatorId(),
                unless(SERVICE_CERTIFICATES, service.certificates(), NONE),
                unless(SERVICE_KEYS, service.keyCountries(), NONE));
    }

    private Operator without(Operator operator) {
        List<Holding> owners = operator.owners();
        List<Holding> fewer = owners.isEmpty() ? owners : owners.subList(0, owners.size() - 1);
        return new Operator(
                operator.id(),
                unless(OPERATOR_SEAT, operator.seatCountry(), ""),
                unless(OPERATOR_CONTROL, operator.controlledFrom(), List.of("")),
                unless(OPERATOR_OWNERS, unless(OPERATOR_LAST_OWNER, owners, fewer), List.of()),
                operator.establishments(),
                unless(OPERATOR_UNDERTAKINGS, operator.undertakings(), NONE));
    }

    private App without(App app) {
        DataTerms terms = app.terms();
        Tenant tenant = terms.tenant();
        return new App(
                app.id(),
                app.modelId(),
                app.dataClass(),
                unless(TENANT_SECTOR, app.sector(), ""),
                app.arrivals(),
                app.profile(),
                app.prompt(),
                app.output(),
                app.payload(),
                app.slo(),
                app.populationIds(),
                new DataTerms(
                        terms.flags(),
                        unless(DATA_PURPOSE, terms.purpose(), ""),
                        terms.consents(),
                        unless(DATA_RISK, terms.aiActRisk(), ""),
                        terms.assets(),
                        new Tenant(
                                unless(TENANT_COUNTRY, tenant.country(), NONE),
                                unless(TENANT_MIN_SEAL, tenant.minimumSeal(), List.of()),
                                unless(TENANT_MIN_UAL, tenant.minimumUnionAssuranceLevel(), OptionalInt.empty())),
                        terms.onInfeasible()));
    }

    private static Population withoutCountry(Population users) {
        return new Population(
                users.id(), users.city(), "", users.location(), users.weight(), users.accessId(), users.upfId());
    }
}
