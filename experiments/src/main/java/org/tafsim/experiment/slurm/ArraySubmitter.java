package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes scripts into a sweep's folder {@code slurm/}, and submits them. */
final class ArraySubmitter {

    private final Slurm slurm;
    private final SlurmOptions options;
    private final Path folder;
    private final String name;
    private final List<String> task;

    /**
     * A submitter.
     *
     * @param place of scripts and logs
     * @param task the task verb, without points
     */
    ArraySubmitter(Slurm slurm, SlurmOptions options, ArrayPlace place, List<String> task) {
        this.slurm = slurm;
        this.options = options;
        this.folder = place.folder();
        this.name = place.name();
        this.task = List.copyOf(task);
    }

    /**
     * Submits these points, in as many arrays as the cluster's limit asks for.
     *
     * @return their ids; where Slurm refuses a later one, those before
     * @throws SlurmException where Slurm refuses the first
     */
    List<String> submit(List<Integer> points) throws IOException, InterruptedException {
        List<Chunk> chunks = Chunk.listOf(points, options.pointsPerElement());
        int limit = slurm.maxArraySize();
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < chunks.size(); from += limit) {
            List<Chunk> part = chunks.subList(from, Math.min(from + limit, chunks.size()));
            try {
                ids.add(submitArray(part));
            } catch (SlurmException e) {
                if (ids.isEmpty()) {
                    throw e;
                }
                return ids;
            }
        }
        return ids;
    }

    private String submitArray(List<Chunk> chunks) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("logs"));
        int number = 1;
        while (Files.exists(folder.resolve("array-%d.sh".formatted(number)))) {
            number++;
        }
        Path list = folder.resolve("array-%d.chunks".formatted(number));
        Path script = folder.resolve("array-%d.sh".formatted(number));
        List<String> arguments = argumentsOf(chunks.size(), script);
        write(list, chunks.stream().map(Chunk::text).collect(Collectors.joining("\n", "", "\n")));
        write(script, ElementScript.of(shown(arguments), list, task, options.requeues()));
        return slurm.submit(arguments);
    }

    /** On the command line, where no blank or quote in a path can harm, unlike in the script's directives. */
    private List<String> argumentsOf(int elements, Path script) {
        List<String> arguments = new ArrayList<>(List.of(
                "--job-name=" + name,
                "--array=0-" + (elements - 1) + (options.atOnce() > 0 ? "%" + options.atOnce() : ""),
                "--requeue",
                "--open-mode=append",
                "--nodes=1",
                "--ntasks=1",
                "--cpus-per-task=" + options.cores(),
                "--mem=" + options.memoryMegabytes() + "M",
                "--time=" + options.timeLimitText(),
                "--chdir=" + folder,
                "--output=" + folder.toString().replace("%", "%%") + "/logs/%A_%a.log"));
        arguments.addAll(options.extra());
        arguments.add(script.toString());
        return arguments;
    }

    private static List<String> shown(List<String> arguments) {
        List<String> shown = new ArrayList<>(List.of("sbatch"));
        shown.addAll(arguments);
        return shown;
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
