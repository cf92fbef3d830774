package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tafsim.model.CutOff;
import org.tafsim.model.Remedy;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads cut-offs, and what is done with data that a change of law made unlawful. */
final class CutOffReader {

    private final Reading reading;
    private final Set<String> regimes;
    private final Format<String> operator;
    private final Format<String> service;

    CutOffReader(Reading reading, Set<String> regimes, Format<String> operator, Format<String> service) {
        this.reading = reading;
        this.regimes = regimes;
        this.operator = operator;
        this.service = service;
    }

    List<CutOff> cutOffs(Keys sovereignty) {
        List<CutOff> cutOffs = new ArrayList<>();
        sovereignty.items("cutOffs").forEach(item -> cutOff(item).ifPresent(cutOffs::add));
        return cutOffs;
    }

    private Optional<CutOff> cutOff(Node item) {
        Keys keys = reading.keys(item, "a cut-off");
        long at = keys.required("at", Quantities.POSITIVE_DURATION);
        OptionalLong restore = keys.find("restore", Quantities.POSITIVE_DURATION)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        long restarts = keys.optional("restarts", Quantities.POSITIVE_DURATION, CutOff.USUAL_RESTART_NANOS);
        Optional<String> byRegime = keys.find("regime", Format.word("a regime", regimes));
        Optional<String> byOperator = keys.find("operator", operator);
        Optional<String> byService = keys.find("service", service);
        keys.done();
        if (List.of(byRegime, byOperator, byService).stream()
                        .filter(Optional::isPresent)
                        .count()
                != 1) {
            reading.problems().report(keys.at(), "a cut-off has one of regime, operator and service.");
            return Optional.empty();
        }
        CutOff.Target target = byRegime.isPresent()
                ? CutOff.Target.REGIME
                : byOperator.isPresent() ? CutOff.Target.OPERATOR : CutOff.Target.SERVICE;
        String id = byRegime.or(() -> byOperator).or(() -> byService).orElseThrow();
        return reading.problems().build(keys.at(), () -> new CutOff(at, restore, target, id, restarts));
    }

    /** {@code keep}, {@code {erase: 10 min}} or {@code {move: 1 Gbit/s}}. */
    Remedy remedy(Keys sovereignty) {
        Optional<Node> stated = sovereignty.find("remedy");
        if (stated.isEmpty()) {
            return new Remedy.Keep();
        }
        if (stated.get() instanceof Node.Text) {
            Keys.read(stated.get(), Format.word("a remedy", List.of("keep")), reading.problems());
            return new Remedy.Keep();
        }
        Keys keys = reading.keys(stated.get(), "a remedy");
        Optional<Remedy> erase = keys.find("erase", Quantities.DURATION).map(Remedy.Erase::new);
        Optional<Remedy> move = keys.find("move", Quantities.DATA_RATE).map(Remedy.Move::new);
        keys.done();
        return erase.or(() -> move).orElse(new Remedy.Keep());
    }
}
