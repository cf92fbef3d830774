package org.tafsim.scenario;

import java.util.List;
import java.util.stream.Collectors;
import org.tafsim.scenario.source.Problem;

/** A scenario that cannot be run, with everything that is wrong with it. */
public final class ScenarioException extends RuntimeException {

    private final List<Problem> problems;

    /** Of at least one problem. */
    public ScenarioException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, by file, line and column; each prints as one line. */
    public List<Problem> problems() {
        return problems;
    }
}
