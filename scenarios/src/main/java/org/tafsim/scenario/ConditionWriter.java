package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tafsim.model.Condition;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;

/** Writes what a rule asks, as {@link ConditionReader} reads it. */
final class ConditionWriter {

    private static final Map<Class<? extends Condition>, Function<Condition, Entry>> WRITERS = writers();

    private ConditionWriter() {}

    static String yaml(Condition condition) {
        Function<Condition, Entry> writer = WRITERS.get(condition.getClass());
        if (writer == null) {
            throw new IllegalStateException("No way to write %s.".formatted(condition));
        }
        return writer.apply(condition).toString();
    }

    private static Map<Class<? extends Condition>, Function<Condition, Entry>> writers() {
        Map<Class<? extends Condition>, Function<Condition, Entry>> writers = new LinkedHashMap<>();
        add(writers, Condition.AllOf.class, all -> all.parts().isEmpty() ? new Entry() : parts("allOf", all.parts()));
        add(writers, Condition.AnyOf.class, any -> parts("anyOf", any.parts()));
        add(writers, Condition.In.class, in -> words(in.fact(), "in", in.words()));
        add(writers, Condition.Has.class, has -> words(has.fact(), "has", has.words()));
        add(writers, Condition.Excludes.class, out -> words(out.fact(), "excludes", out.words()));
        add(
                writers,
                Condition.Within.class,
                within -> compared(
                        within.fact(), new Entry().word("within", within.other().word())));
        add(
                writers,
                Condition.ClassAtLeast.class,
                least -> new Entry().word("class", ">=" + least.dataClass().name()));
        add(
                writers,
                Condition.ClassIs.class,
                is -> new Entry().word("class", is.dataClass().name()));
        add(
                writers,
                Condition.AtLeast.class,
                least -> bounded(least.measure(), "min", number(least.measure(), least.bound())));
        add(
                writers,
                Condition.AtMost.class,
                most -> bounded(most.measure(), "max", number(most.measure(), most.bound())));
        add(
                writers,
                Condition.AtLeastOther.class,
                least -> bounded(least.measure(), "min", least.other().word()));
        return writers;
    }

    private static Entry bounded(Measure measure, String side, String bound) {
        return new Entry().raw(measure.word(), new Entry().raw(side, bound).toString());
    }

    private static String number(Measure measure, double bound) {
        return YamlText.number(bound) + (measure == Measure.CACHE_TTL_SECONDS ? " s" : "");
    }

    private static <C extends Condition> void add(
            Map<Class<? extends Condition>, Function<Condition, Entry>> writers,
            Class<C> type,
            Function<C, Entry> writer) {
        writers.put(type, condition -> writer.apply(type.cast(condition)));
    }

    private static Entry parts(String key, List<Condition> parts) {
        return new Entry().raw(key, YamlText.list(parts, ConditionWriter::yaml));
    }

    private static Entry words(Fact fact, String comparison, List<String> words) {
        return compared(fact, new Entry().words(comparison, words));
    }

    private static Entry compared(Fact fact, Entry comparison) {
        return new Entry().raw(fact.word(), comparison.toString());
    }
}
