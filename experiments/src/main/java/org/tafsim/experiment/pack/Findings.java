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

    private final String folder;
    private final List<Finding> list;

    Findings() {
        this("", new ArrayList<>());
    }

    private Findings(String folder, List<Finding> list) {
        this.folder = folder;
        this.list = list;
    }

    /** The same findings, for a check that knows a folder's files by their names in it. */
    Findings below(String name) {
        return new Findings(folder + name, list);
    }

    void report(String file, String what) {
        add(folder + file, what);
    }

    private void add(String file, String what) {
        if (list.size() < MOST) {
            list.add(new Finding(file, what));
        } else if (list.size() == MOST) {
            list.add(new Finding("", "and more"));
        }
    }

    /** What a look at a file gives; empty where it throws because the file is not what it should be, which is reported. */
    <T> Optional<T> attempt(String file, Look<T> look) {
        try {
            return Optional.of(look.take());
        } catch (UnsafeArchiveException e) {
            e.faults().forEach(fault -> add(fault.entry(), fault.what()));
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
        return List.copyOf(list);
    }

    /** How many there are so far. */
    int count() {
        return list.size();
    }

    /** Reads something that may not be what it should be. */
    @FunctionalInterface
    interface Look<T> {
        T take() throws IOException;
    }
}
