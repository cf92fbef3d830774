package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The four commands of Slurm that a sweep needs. */
final class Slurm {

    private static final Pattern ID = Pattern.compile("^([0-9]+)(;.*)?$", Pattern.MULTILINE);
    private static final Pattern MAX_ARRAY_SIZE = Pattern.compile("^MaxArraySize\\s*=\\s*([0-9]+)", Pattern.MULTILINE);

    private final Shell shell;

    Slurm(Shell shell) {
        this.shell = shell;
    }

    /**
     * Submits a script.
     *
     * @param arguments of sbatch; the script is the last
     * @return the id of the array
     * @throws SlurmException where Slurm refuses it, with its reason
     */
    String submit(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sbatch", "--parsable"));
        command.addAll(arguments);
        Shell.Answer answer = call(command);
        Matcher id = ID.matcher(answer.out());
        if (!answer.isOk() || !id.find()) {
            throw new SlurmException("sbatch refused the array: %s.%s"
                    .formatted(withoutPeriod(answer.complaint()), adviceOn(answer.complaint())));
        }
        return id.group(1);
    }

    /** All elements of the user's arrays of this name. */
    QueueState queue(String name) throws IOException, InterruptedException {
        Shell.Answer answer =
                call(List.of("squeue", "--me", "--noheader", "--array", "--format=%T|%r", "--name=" + name));
        if (!answer.isOk()) {
            throw new SlurmException("squeue does not answer: " + answer.complaint());
        }
        return QueueState.of(
                answer.out().lines().filter(line -> !line.isBlank()).toList());
    }

    /** Cancels the user's arrays of this name. */
    void cancel(String name) throws IOException, InterruptedException {
        Shell.Answer answer = call(List.of("scancel", "--me", "--name=" + name));
        if (!answer.isOk()) {
            throw new SlurmException("scancel refused: %s. Maybe try: scancel --me --name=%s"
                    .formatted(withoutPeriod(answer.complaint()), name));
        }
    }

    /** Elements that an array can have on this cluster. */
    int maxArraySize() throws IOException, InterruptedException {
        Shell.Answer answer = call(List.of("scontrol", "show", "config"));
        Matcher size = MAX_ARRAY_SIZE.matcher(answer.out());
        if (!answer.isOk() || !size.find()) {
            throw new SlurmException("scontrol does not say how large an array may be: %s. Maybe the cluster is down."
                    .formatted(withoutPeriod(answer.complaint())));
        }
        int elements = Integer.parseInt(size.group(1));
        if (elements < 1) {
            throw new SlurmException("This cluster allows no job arrays (MaxArraySize = 0), which a sweep needs."
                    + " Maybe ask who runs it, or use --engine local.");
        }
        return elements;
    }

    private Shell.Answer call(List<String> command) throws IOException, InterruptedException {
        try {
            return shell.run(command);
        } catch (MissingProgramException e) {
            throw new SlurmException(
                    "There is no %s on this machine. Maybe log in to the cluster first, or use --engine local."
                            .formatted(e.program()),
                    e);
        }
    }

    private static String adviceOn(String complaint) {
        if (complaint.contains("submit limit") || complaint.contains("QOS")) {
            return " Maybe give each element more points.";
        }
        if (complaint.contains("partition")) {
            return " Maybe name another partition; sinfo lists them.";
        }
        if (complaint.contains("node configuration is not available") || complaint.contains("Memory")) {
            return " Maybe ask for less memory or fewer cores.";
        }
        return "";
    }

    private static String withoutPeriod(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
