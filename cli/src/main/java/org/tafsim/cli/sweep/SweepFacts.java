package org.tafsim.cli.sweep;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafsim.experiment.SummaryJson;
import org.tafsim.experiment.plan.Search;
import org.tafsim.experiment.plan.Setting;
import org.tafsim.experiment.sweep.Answer;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.SweepState;

/** What a sweep gave, for programs. */
final class SweepFacts {

    private SweepFacts() {}

    /** Every point with its settings and the numbers of {@code summary.csv}. */
    static Map<String, Object> of(SweepFolder folder, List<PointSummary> points) throws IOException {
        Map<String, Object> facts = heading(folder);
        facts.put("failed", folder.failed().size());
        facts.put("points", points.stream().map(SweepFacts::point).toList());
        return facts;
    }

    /** How far it is. */
    static Map<String, Object> of(SweepFolder folder, SweepState state) throws IOException {
        Map<String, Object> facts = heading(folder);
        facts.put("done", state.done());
        facts.put("total", state.total());
        facts.put("failed", folder.failed().size());
        return facts;
    }

    /** What a search found. */
    static Map<String, Object> of(SweepFolder folder, Search search, List<Answer> answers) {
        Map<String, Object> facts = heading(folder);
        facts.put("path", search.path());
        facts.put("largest", search.isLargest());
        facts.put("goals", search.goals().stream().map(Object::toString).toList());
        facts.put("answers", answers.stream().map(SweepFacts::answer).toList());
        return facts;
    }

    private static Map<String, Object> heading(SweepFolder folder) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", folder.plan().id().value());
        facts.put("folder", folder.path().toString());
        return facts;
    }

    private static Map<String, @Nullable Object> point(PointSummary of) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Setting setting : of.point().settings()) {
            settings.put(setting.path(), setting.text());
        }
        Map<String, @Nullable Object> point = new LinkedHashMap<>();
        point.put("point", of.point().number());
        point.put("name", of.point().name().orElse(null));
        point.put("settings", settings);
        point.put("replications", of.replications());
        point.put("summary", of.summary().rows().stream().map(SummaryJson::row).toList());
        point.put("differences", of.differences().stream().map(SummaryJson::row).toList());
        return point;
    }

    private static Map<String, @Nullable Object> answer(Answer of) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("policy", of.policy());
        answer.put("answer", of.value().orElse(null));
        answer.put("fails_at", of.firstFailing().orElse(null));
        answer.put("sure", of.isSure());
        answer.put("probes", of.probes().size());
        answer.put("replications", of.replications());
        return answer;
    }
}
