package org.tafsim.cli.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Words;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.trace.Recording;
import org.tafsim.scenario.trace.ServeGenTokens;
import org.tafsim.scenario.trace.ServeGenWindows;
import org.tafsim.scenario.trace.TelecomGrid;
import org.tafsim.scenario.trace.TraceCheck;
import org.tafsim.scenario.trace.TraceKind;
import org.tafsim.scenario.trace.TraceSummary;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files that a command reads: one recording, or those of ServeGen's clients. */
final class TraceInput {

    static final class Kinds extends Words<TraceKind> {
        Kinds() {
            super(TraceKind.class);
        }
    }

    static final class Activities extends Words<TelecomGrid.Activity> {
        Activities() {
            super(TelecomGrid.Activity.class);
        }
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A trace; or files of ServeGen's clients, or a folder of them.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            converter = Kinds.class,
            description =
                    "azure, burstgpt, tafsim, mooncake, servegen, servegen-tokens or telecom-grid, where the file's beginning "
                            + "does not say.")
    private @Nullable TraceKind format;

    @Option(
            names = "--activity",
            paramLabel = "NAME",
            defaultValue = "internet",
            converter = Activities.class,
            description = "Of a grid: sms, calls or internet (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private TelecomGrid.Activity activity;

    private final Problems problems = new Problems();

    /** Clients of ServeGen, the largest first. */
    record Clients(List<ServeGenWindows> windows, List<ServeGenTokens> tokens) {}

    /** What they hold together; its files are all of this format, or of clients. */
    TraceKind kind() throws IOException {
        List<TraceKind> kinds = new ArrayList<>();
        for (Path file : all()) {
            kinds.add(kind(file));
        }
        boolean areClients =
                kinds.stream().allMatch(kind -> kind == TraceKind.SERVEGEN || kind == TraceKind.SERVEGEN_TOKENS);
        if (kinds.size() > 1 && !areClients) {
            throw new InvalidInputException(
                    "%d files were given; only those of ServeGen's clients are read together.".formatted(kinds.size()));
        }
        return kinds.contains(TraceKind.SERVEGEN) ? TraceKind.SERVEGEN : kinds.get(0);
    }

    /** How people know the input. */
    String name() {
        return files.size() == 1 ? String.valueOf(files.get(0).getFileName()) : files.size() + " files";
    }

    /** The one file. */
    Path file() throws IOException {
        return all().get(0);
    }

    private List<Path> all() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                found.addAll(clientsIn(file));
            } else {
                found.add(file);
            }
        }
        return found;
    }

    private static List<Path> clientsIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> clients = entries.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.matches("chunk-[0-9]+-(trace\\.csv|dataset\\.json)");
                    })
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            if (clients.isEmpty()) {
                throw new InvalidInputException(
                        "%s has no file of a ServeGen client; expected chunk-0-trace.csv and so on.".formatted(folder));
            }
            return clients;
        }
    }

    private TraceKind kind(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(file + (Files.exists(file) ? " is not a file." : " does not exist."));
        }
        Optional<TraceKind> found = TraceKind.of(file);
        if (format == null) {
            return found.orElseThrow(() ->
                    new InvalidInputException("%s: begins like no known format; expected %s. Maybe state its --format."
                            .formatted(file, String.join(", ", Words.all(TraceKind.class)))));
        }
        if (found.isPresent() && found.get() != format && found.get().isOfRequests() && format.isOfRequests()) {
            throw new InvalidInputException("%s:1:1: begins as %s; expected %s, as --format says."
                    .formatted(file, Words.wordOf(found.get()), Words.wordOf(format)));
        }
        return format;
    }

    /** The requests of the file. */
    Recording recording() throws IOException {
        return found(Recording.read(file(), problems));
    }

    /** Checks the requests of the file, without keeping them. */
    TraceSummary summary() throws IOException {
        return found(TraceCheck.check(file(), problems));
    }

    /** The sums of the file. */
    TelecomGrid grid() throws IOException {
        return found(TelecomGrid.read(file(), activity, problems));
    }

    /** The clients of all files. */
    Clients clients() throws IOException {
        List<ServeGenWindows> windows = new ArrayList<>();
        List<ServeGenTokens> tokens = new ArrayList<>();
        for (Path file : all()) {
            if (kind(file) == TraceKind.SERVEGEN) {
                ServeGenWindows.read(file, problems).ifPresent(windows::add);
            } else {
                ServeGenTokens.read(file, problems).ifPresent(tokens::add);
            }
        }
        windows.stream()
                .filter(client -> client.windowSeconds() != windows.get(0).windowSeconds())
                .forEach(client -> problems.report(
                        Place.of(client.name()), "has windows of another length than the first client."));
        requireSound();
        windows.sort(Comparator.comparingDouble(ServeGenWindows::meanRate).reversed());
        return new Clients(windows, tokens);
    }

    private <T> T found(Optional<T> read) {
        requireSound();
        return read.orElseThrow();
    }

    private void requireSound() {
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems.list());
        }
    }
}
