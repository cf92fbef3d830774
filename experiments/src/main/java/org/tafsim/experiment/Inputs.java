package org.tafsim.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.Scenario;
import org.tafsim.scenario.trace.FileHash;

/**
 * The traces a scenario replays, told apart by their content: wherever they lie, the resolved scenario calls them
 * {@code inputs/<name>} and states their hash.
 */
public final class Inputs {

    /** Name of their list in a run's folder. */
    public static final String FILE = "inputs.json";

    /** Where the inputs lay, for this machine only. */
    public static final String ORIGIN_FILE = ".origin.json";

    private static final String FOLDER = "inputs/";

    private final Map<Path, Input> byPlace = new LinkedHashMap<>();
    private final Scenario pinned;

    private Inputs(Scenario scenario, Path folder) throws IOException {
        List<App> apps = new ArrayList<>();
        for (App app : scenario.apps()) {
            apps.add(app.arrivals() instanceof ArrivalSpec.Trace trace ? pinned(app, trace, folder) : app);
        }
        pinned = byPlace.isEmpty() ? scenario : scenario.withOnly(apps);
    }

    /**
     * One trace.
     *
     * @param name in the resolved scenario, with forward slashes
     * @param bytes its size
     * @param sha256 in hex
     * @param place where it lies
     */
    public record Input(String name, long bytes, String sha256, Path place) {}

    /**
     * Those of a scenario.
     *
     * @param folder against which its paths are resolved
     * @throws IOException where one cannot be read
     */
    public static Inputs of(Scenario scenario, Path folder) throws IOException {
        return new Inputs(scenario, folder);
    }

    /** The scenario, its traces called {@code inputs/<name>} and pinned by their hash. */
    public Scenario pinned() {
        return pinned;
    }

    /** In the order of the scenario, each once. */
    public List<Input> list() {
        return List.copyOf(byPlace.values());
    }

    /** Writes the list, where there are any, and for this machine where they lie. */
    void write(RunDraft draft) throws IOException {
        if (byPlace.isEmpty()) {
            return;
        }
        List<Map<String, Object>> list = new ArrayList<>();
        Map<String, String> origin = new LinkedHashMap<>();
        for (Input input : byPlace.values()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", input.name());
            one.put("bytes", input.bytes());
            one.put("sha256", input.sha256());
            list.add(one);
            origin.put(input.name(), input.place().toString());
        }
        draft.write(FILE, RunFormat.text(Map.of("inputs", list)));
        draft.writePrivate(ORIGIN_FILE, RunFormat.text(Map.of("inputs", origin)));
    }

    private App pinned(App app, ArrivalSpec.Trace trace, Path folder) throws IOException {
        Path place = folder.resolve(trace.path()).toAbsolutePath().normalize();
        Input input = byPlace.get(place);
        if (input == null) {
            input = new Input(freeName(place), Files.size(place), FileHash.sha256(place), place);
            byPlace.put(place, input);
        }
        return app.with(
                new ArrivalSpec.Trace(input.name(), trace.speed(), Optional.of(input.sha256()), trace.spreadNanos()));
    }

    private String freeName(Path place) {
        String plain = String.valueOf(place.getFileName())
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[.-]+|(\\.csv)?[.-]*$", "");
        String stem = FOLDER + (plain.isEmpty() ? "trace" : plain);
        String name = stem + ".csv";
        for (int number = 2; isTaken(name); number++) {
            name = "%s-%d.csv".formatted(stem, number);
        }
        return name;
    }

    private boolean isTaken(String name) {
        return byPlace.values().stream().anyMatch(input -> input.name().equalsIgnoreCase(name));
    }
}
