package org.tafsim.scenario;

import org.tafsim.model.CountSpec;
import org.tafsim.model.Relocation;
import org.tafsim.model.SessionSpec;
import org.tafsim.scenario.source.Format;

/** Writes the sessions of an application, as {@link SessionReader} reads them. */
final class SessionWriter {

    private SessionWriter() {}

    static String yaml(SessionSpec session) {
        Entry entry = new Entry()
                .raw("turns", count(session.turns()))
                .raw("think", DurationWriter.yaml(session.think()))
                .number("system", session.systemTokens());
        session.maxContext().ifPresent(tokens -> entry.number("maxContext", tokens));
        session.tools()
                .ifPresent(tools -> entry.raw(
                        "tools",
                        new Entry()
                                .raw("calls", count(tools.calls()))
                                .raw("duration", DurationWriter.yaml(tools.duration()))
                                .raw("result", ProfileWriter.length(tools.resultTokens()))
                                .toString()));
        if (session.relocation()
                != Relocation.RE_PREFILL) { // said only where it differs, as files older than it have no such key
            entry.word("relocation", Format.wordOf(session.relocation()));
        }
        return entry.toString();
    }

    private static String count(CountSpec spec) {
        if (spec instanceof CountSpec.Fixed fixed) {
            return Integer.toString(fixed.count());
        }
        if (spec instanceof CountSpec.Geometric geometric) {
            return new Entry().number("geometric", geometric.mean()).toString();
        }
        CountSpec.Quantiles quantiles = (CountSpec.Quantiles) spec;
        return new Entry()
                .raw("quantiles", ProfileWriter.quantiles(quantiles.counts(), ""))
                .toString();
    }
}
