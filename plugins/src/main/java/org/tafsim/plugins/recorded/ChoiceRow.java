package org.tafsim.plugins.recorded;

import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/**
 * One decision.
 *
 * @param nanos when (ns since the start of the run)
 * @param app scenario index
 * @param number of the request, within its application
 * @param candidates how many there were
 * @param choice candidate, or a refusal
 */
record ChoiceRow(long nanos, int app, long number, int candidates, int choice) {

    private static final int COLUMNS = 5;

    static ChoiceRow of(RequestView request, CandidatesView candidates, int choice) {
        return new ChoiceRow(request.nowNanos(), request.appIndex(), request.number(), candidates.size(), choice);
    }

    /** @throws RecordedChoiceException where a line is none */
    static ChoiceRow parse(String line) {
        String[] columns = line.split(",", -1);
        try {
            if (columns.length == COLUMNS) {
                return new ChoiceRow(
                        Long.parseLong(columns[0]),
                        Integer.parseInt(columns[1]),
                        Long.parseLong(columns[2]),
                        Integer.parseInt(columns[3]),
                        Integer.parseInt(columns[4]));
            }
        } catch (NumberFormatException e) {
            throw new RecordedChoiceException("is no decision: '%s'".formatted(line), e);
        }
        throw new RecordedChoiceException("is no decision: '%s'".formatted(line));
    }

    /** Whether it decided about the same. */
    boolean isAbout(RequestView request, CandidatesView view) {
        return nanos == request.nowNanos()
                && app == request.appIndex()
                && number == request.number()
                && candidates == view.size();
    }

    String line() {
        return nanos + "," + app + "," + number + "," + candidates + "," + choice;
    }

    /** What it is about, for people. */
    String question() {
        return "request %d of application %d at %d ns, %d candidates".formatted(number, app, nanos, candidates);
    }
}
