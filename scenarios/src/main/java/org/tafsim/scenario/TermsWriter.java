package org.tafsim.scenario;

import java.util.List;
import org.tafsim.model.AssetSpec;
import org.tafsim.model.DataTerms;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Tenant;

/** Writes what is known of an application's data, as {@link TermsReader} reads it. */
final class TermsWriter {

    private TermsWriter() {}

    static String yaml(DataTerms terms) {
        return new Entry()
                .words("flags", terms.flags())
                .word("purpose", terms.purpose())
                .words("consents", terms.consents())
                .word("aiActRisk", terms.aiActRisk())
                .raw("tenant", tenant(terms.tenant()))
                .raw("assets", assets(terms.assets()))
                .raw("onInfeasible", wayOut(terms.onInfeasible()))
                .toString();
    }

    private static String tenant(Tenant tenant) {
        Entry entry = new Entry();
        tenant.country().forEach(country -> entry.word("country", country));
        if (!tenant.minimumSeal().isEmpty()) {
            entry.raw("minSeal", SiteWriter.levels(tenant.minimumSeal()));
        }
        tenant.minimumUnionAssuranceLevel().ifPresent(level -> entry.number("minUal", level));
        return entry.toString();
    }

    private static String assets(List<AssetSpec> assets) {
        Entry entry = new Entry();
        assets.forEach(asset -> entry.raw(
                asset.kind().word(),
                new Entry()
                        .quantity("perRequest", asset.bytesPerRequest(), "B")
                        .quantity("perPromptToken", asset.bytesPerPromptToken(), "B")
                        .quantity("perOutputToken", asset.bytesPerOutputToken(), "B")
                        .duration("keep", asset.keepNanos())
                        .toString()));
        return entry.toString();
    }

    private static String wayOut(OnInfeasible way) {
        if (way instanceof OnInfeasible.Queue queue) {
            return new Entry().duration("queue", queue.patienceNanos()).toString();
        }
        if (way instanceof OnInfeasible.Degrade degrade) {
            return new Entry().word("degrade", degrade.modelId()).toString();
        }
        if (way instanceof OnInfeasible.Redact redact) {
            return new Entry()
                    .word("redact", redact.to().name())
                    .number("residualRisk", redact.residualRisk())
                    .toString();
        }
        return way instanceof OnInfeasible.Escalate ? "escalate" : "reject";
    }
}
