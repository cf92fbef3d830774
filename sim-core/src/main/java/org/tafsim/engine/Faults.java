package org.tafsim.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tafsim.engine.FaultSource.Strike;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.FaultSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ScriptedFault;

/** Lets things fail and be repaired, by chance and by script (docs/model/faults.md). */
final class Faults {

    private final Kernel kernel;
    private final Outages outages;
    private final FaultCounts counts;
    private final List<FaultSource> sources = new ArrayList<>();
    private final List<ScriptedFault> scripted;
    private final List<Strike> byScript = new ArrayList<>();

    /** Strikes that happened, and which source let them. */
    private final List<Strike> strikes = new ArrayList<>();

    private final List<Integer> sourceOfStrike = new ArrayList<>();
    private final int failure;
    private final int script;
    private final int batteryEmpty;
    private final int repair;

    /** Of a scenario, none of which has happened. */
    Faults(Kernel kernel, Scenario scenario, RandomStreams streams, Outages outages, FaultCounts counts) {
        this.kernel = kernel;
        this.outages = outages;
        this.counts = counts;
        FaultParts parts = new FaultParts(scenario);
        for (FaultSpec spec : scenario.faults().random()) {
            sources.addAll(FaultSource.of(spec, parts.of(spec.kind(), spec.scope()), streams));
        }
        scripted = scenario.faults().scripted();
        for (ScriptedFault fault : scripted) {
            List<FaultPart> struck = parts.of(fault.kind(), fault.scope());
            long lasts = fault.lastsNanos().orElse(Long.MAX_VALUE);
            byScript.add(
                    new Strike(fault.id(), struck, Collections.nCopies(struck.size(), lasts), fault.batteryNanos()));
        }
        failure = kernel.register(EventRank.CONTROL, (source, unused) -> onFailure(source));
        script = kernel.register(EventRank.CONTROL, (fault, unused) -> begin(byScript.get(fault), NO_SOURCE));
        batteryEmpty = kernel.register(
                EventRank.CONTROL,
                (strike, unused) -> outages.begin(strikes.get(strike).notBridged()));
        repair = kernel.register(EventRank.CONTROL, this::onRepair);
    }

    private static final int NO_SOURCE = -1;

    /** Schedules the first of each. */
    void start() {
        for (int fault = 0; fault < scripted.size(); fault++) {
            kernel.schedule(scripted.get(fault).atNanos(), script, fault, 0);
        }
        for (int source = 0; source < sources.size(); source++) {
            scheduleNext(source);
        }
    }

    private void scheduleNext(int source) {
        kernel.schedule(kernel.nowNanos() + sources.get(source).nextNanos(), failure, source, 0);
    }

    private void onFailure(int source) {
        Strike strike = sources.get(source).strike();
        begin(strike, source);
        if (sources.get(source).isRegional()) {
            scheduleNext(source);
        }
    }

    private void begin(Strike strike, int source) {
        int number = strikes.size();
        strikes.add(strike);
        sourceOfStrike.add(source);
        counts.begun(strike.id(), strike.parts().size());
        for (int part = 0; part < strike.parts().size(); part++) {
            long nanos = strike.repairNanos().get(part);
            if (nanos < Long.MAX_VALUE && strike.repairNanos().indexOf(nanos) == part) {
                kernel.schedule(kernel.nowNanos() + nanos, repair, number, part);
            }
        }
        if (strike.batteryNanos() == 0) {
            outages.begin(strike.parts());
        } else if (!strike.notBridged().isEmpty()) {
            kernel.schedule(kernel.nowNanos() + strike.batteryNanos(), batteryEmpty, number, 0);
        }
    }

    /** Parts of a strike whose repairs take equally long are back at once. */
    private void onRepair(int number, int part) {
        Strike strike = strikes.get(number);
        long nanos = strike.repairNanos().get(part);
        List<FaultPart> repaired = strike.withRepair(nanos);
        counts.ended(strike.id(), repaired.size(), nanos);
        if (nanos > strike.batteryNanos()) {
            outages.end(repaired);
        }
        int source = sourceOfStrike.get(number);
        if (source != NO_SOURCE && !sources.get(source).isRegional()) {
            scheduleNext(source);
        }
    }
}
