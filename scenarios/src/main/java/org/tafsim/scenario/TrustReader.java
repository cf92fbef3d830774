package org.tafsim.scenario;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.Trust;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads what a site depends on, and how it was graded. */
final class TrustReader {

    private final Reading reading;
    private final Format<String> service;

    TrustReader(Reading reading, Format<String> service) {
        this.reading = reading;
        this.service = service;
    }

    Trust read(Keys site) {
        List<Integer> seal = SealLevels.read(site, "seal", reading.problems());
        OptionalInt level = site.find("ual", SealLevels.UNION_ASSURANCE)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        boolean isShared =
                site.optional("cacheSharing", RuleWords.CACHE_SHARING, "tenant").equals("shared");
        List<String> encryption = site.oneOrMore("encryption", RuleWords.ENCRYPTION);
        return new Trust(uses(site), seal, level, isShared, encryption);
    }

    private Map<ServiceRole, Trust.Use> uses(Keys site) {
        Map<ServiceRole, Trust.Use> uses = new EnumMap<>(ServiceRole.class);
        site.mapping("uses", "a site's list of services").ifPresent(keys -> {
            for (ServiceRole role : ServiceRole.values()) {
                keys.find(role.word()).ifPresent(node -> uses.put(role, use(node)));
            }
            keys.done();
        });
        return uses;
    }

    private Trust.Use use(Node node) {
        if (node instanceof Node.Text) {
            return new Trust.Use(Keys.read(node, service, reading.problems()), OptionalLong.empty());
        }
        Keys keys = reading.keys(node, "the use of a service");
        String id = keys.required("service", service);
        OptionalLong grace =
                keys.find("grace", Quantities.DURATION).map(OptionalLong::of).orElse(OptionalLong.empty());
        keys.done();
        return new Trust.Use(id, grace);
    }
}
