package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tafsim.model.CutOff;
import org.tafsim.model.Operator;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.Site;
import org.tafsim.model.Trust;

/** When the sites of a scenario are closed or stopped by its cut-offs, read off one site and one cut-off at a time. */
final class Shutters {
    private final Scenario scenario;
    private final List<Down> downs = new ArrayList<>();

    /** From the one instant to before the other (ns). */
    private record Down(int site, long from, long to, boolean isStopped) {}

    Shutters(Scenario scenario) {
        this.scenario = scenario;
        for (CutOff cutOff : scenario.sovereignty().cutOffs()) {
            for (int site = 0; site < scenario.sites().size(); site++) {
                pull(site, scenario.sites().get(site), cutOff);
            }
        }
    }

    private void pull(int index, Site site, CutOff cutOff) {
        long until = cutOff.restoreNanos().orElse(Long.MAX_VALUE);
        if (isCut(site.operatorId(), cutOff)) {
            downs.add(new Down(index, cutOff.atNanos(), until, true));
        }
        for (Map.Entry<ServiceRole, Trust.Use> use : site.trust().uses().entrySet()) {
            String operator = scenario.services().stream()
                    .filter(service -> service.id().equals(use.getValue().serviceId()))
                    .findFirst()
                    .orElseThrow()
                    .operatorId();
            long from = cutOff.atNanos() + use.getValue().graceNanos().orElseThrow();
            if (isCut(operator, cutOff) && from < until) {
                switch (use.getKey()) {
                    case GATEWAY, IDENTITY -> downs.add(new Down(index, from, until, false));
                    case LICENSE, KEYS -> downs.add(new Down(index, from, until, true));
                    default -> {} // serves on, or is lost by and by
                }
            }
        }
    }

    private boolean isCut(String operatorId, CutOff cutOff) {
        Operator operator = scenario.operators().stream()
                .filter(known -> known.id().equals(operatorId))
                .findFirst()
                .orElseThrow();
        if (cutOff.target() == CutOff.Target.OPERATOR) {
            return operatorId.equals(cutOff.id());
        }
        return scenario.sovereignty().regimes().stream()
                .filter(regime -> regime.id().equals(cutOff.id()))
                .anyMatch(regime -> regime.countries().contains(operator.seatCountry())
                        || operator.controlledFrom().stream().anyMatch(regime.countries()::contains));
    }

    /** Whether a site takes requests at some time within a span. */
    boolean areOpenWithin(int site, long from, long to) {
        long now = from;
        boolean isMoved = true;
        while (isMoved) {
            isMoved = false;
            for (Down down : downs) {
                if (down.site() == site && down.from() <= now && now < down.to()) {
                    now = down.to();
                    isMoved = true;
                }
            }
        }
        return now <= to;
    }

    boolean isRunning(int site, long nanos) {
        return downs.stream()
                .noneMatch(
                        down -> down.site() == site && down.isStopped() && down.from() <= nanos && nanos < down.to());
    }
}
