package org.tafsim.experiment.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.experiment.pack.archive.UnsafeArchiveException;
import org.tafsim.scenario.ScenarioException;
import tools.jackson.core.JacksonException;

/** Collects what is wrong. */
final class Findings {

    private static final int MOST = 200;

    private final List<Finding> list = new ArrayList<>();
    private int left;

    void report(String file, String what) {
        if (list.size() < MOST) {
            list.add(new Finding(file, what));
        } else {
            left++;
        }
    }

    /** What a look at a file gives; empty where it throws because the file is not what it should be, which is reported. */
    <T> Optional<T> attempt(String file, Look<T> look) {
        try {
            return Optional.of(look.take());
        } catch (UnsafeArchiveException e) {
            e.faults().forEach(fault -> report(fault.entry(), fault.what()));
        } catch (JacksonException e) {
            report(file, "is not JSON: " + e.getOriginalMessage());
        } catch (ScenarioException e) {
            e.problems().forEach(problem -> report(file, problem.toString()));
        } catch (IOException | IllegalArgumentException e) {
            report(file, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    List<Finding> list() {
        List<Finding> all = new ArrayList<>(list);
        if (left > 0) {
            all.add(new Finding("", "and %d more".formatted(left)));
        }
        return all;
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    /** Reads something that may not be what it should be. */
    @FunctionalInterface
    interface Look<T> {
        T take() throws IOException;
    }
}
