package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tafsim.model.CutOff;
import org.tafsim.model.Operator;
import org.tafsim.model.Scenario;
import org.tafsim.model.Service;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.Site;
import org.tafsim.model.Stage;
import org.tafsim.model.Trust;

/** Who depends on whom: what a cut-off does to which site, and when. See docs/model/cut-off.md. */
public final class DependencyGraph {
    private final Scenario scenario;
    private final Map<String, Service> services;

    /** The dependencies of a scenario as it begins. */
    public DependencyGraph(Scenario scenario) {
        this.scenario = scenario;
        services = byId(scenario.services(), Service::id);
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toMap(id, thing -> thing)); // looked up, never iterated
    }

    /**
     * What becomes of a site.
     *
     * @param site scenario index
     * @param cause what it did without: the role of a service, or empty where the site's own operator is cut off
     * @param afterNanos from the cut-off (ns)
     * @param loss what happens then
     */
    public record SiteLoss(int site, String cause, long afterNanos, ServiceRole.Loss loss) {}

    /** Losses of a cut-off that change what a site can do, by site, then by role. */
    public List<SiteLoss> losses(CutOff cutOff) {
        Set<String> cut = cutOperators(cutOff); // asked, never iterated
        List<SiteLoss> losses = new ArrayList<>();
        for (int i = 0; i < scenario.sites().size(); i++) {
            Site site = scenario.sites().get(i);
            if (cut.contains(site.operatorId())) {
                losses.add(new SiteLoss(i, "", 0, ServiceRole.Loss.STOP));
            }
            for (Map.Entry<ServiceRole, Trust.Use> use : site.trust().uses().entrySet()) {
                ServiceRole role = use.getKey();
                if (role.loss() != ServiceRole.Loss.NOTHING
                        && isCut(use.getValue().serviceId(), cutOff, cut)) {
                    long grace = use.getValue().graceNanos().orElse(role.graceNanos());
                    losses.add(new SiteLoss(i, role.word(), grace, role.loss()));
                }
            }
        }
        return losses;
    }

    /** Whether a cut-off puts data of a stage out of reach, for requests at a site: those of one of its holders. */
    public boolean isOutOfReach(int site, Stage stage, CutOff cutOff) {
        Site place = scenario.sites().get(site);
        Set<String> cut = cutOperators(cutOff);
        List<String> holders = place.trust().uses().entrySet().stream()
                .filter(use -> use.getKey().stage() == stage)
                .map(use -> use.getValue().serviceId())
                .toList();
        boolean holdsItself = holders.isEmpty() || stage == Stage.S7_CACHE; // which spills, but not all
        return (holdsItself && cut.contains(place.operatorId()))
                || holders.stream().anyMatch(service -> isCut(service, cutOff, cut));
    }

    private boolean isCut(String serviceId, CutOff cutOff, Set<String> cutOperators) {
        return cutOff.target() == CutOff.Target.SERVICE
                ? serviceId.equals(cutOff.id())
                : cutOperators.contains(
                        Objects.requireNonNull(services.get(serviceId)).operatorId());
    }

    private Set<String> cutOperators(CutOff cutOff) {
        return switch (cutOff.target()) {
            case SERVICE -> Set.of();
            case OPERATOR -> Set.of(cutOff.id());
            case REGIME -> reached(cutOff.id());
        };
    }

    /** Operators with their seat in one of the regime's countries, or controlled from one. */
    private Set<String> reached(String regimeId) {
        List<String> countries = scenario.sovereignty().regimes().stream()
                .filter(regime -> regime.id().equals(regimeId))
                .flatMap(regime -> regime.countries().stream())
                .toList();
        Set<String> reached = new HashSet<>();
        for (Operator operator : scenario.operators()) {
            if (countries.contains(operator.seatCountry())
                    || operator.controlledFrom().stream().anyMatch(countries::contains)) {
                reached.add(operator.id());
            }
        }
        return reached;
    }
}
