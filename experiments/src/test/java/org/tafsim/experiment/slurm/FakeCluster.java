package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Slurm's commands as small scripts in a folder: sbatch runs the elements of an array at once, one after the other, and starts
 * those anew that ask for it; squeue and scontrol answer from files.
 */
final class FakeCluster {

    private static final String SBATCH = """
            #!/bin/sh
            [ ! -f "$STAGE/refusal" ] || { cat "$STAGE/refusal" >&2; exit 1; }
            for word in "$@"; do printf '%s\\n' "$word" >>"$STAGE/sbatch.calls"; done
            for word in "$@"; do
                case $word in
                    --array=0-*) last=${word#--array=0-}; last=${last%%%*} ;;
                    --output=*) output=$(printf '%s' "${word#--output=}" | sed 's/%A_%a\\.log$//; s/%%/%/g') ;;
                esac
                script=$word
            done
            id=$(($(cat "$STAGE/id" 2>/dev/null || echo 100) + 1))
            echo $id >"$STAGE/id"
            element=0
            while [ ! -f "$STAGE/unshared" ] && [ $element -le $last ]; do
                restarts=0
                while :; do
                    rm -f "$STAGE/requeued"
                    SLURM_ARRAY_JOB_ID=$id SLURM_ARRAY_TASK_ID=$element SLURM_RESTART_COUNT=$restarts SLURMD_NODENAME=n1 \\
                        sh "$script" >>"$output${id}_$element.log" 2>&1
                    [ -f "$STAGE/requeued" ] || break
                    restarts=$((restarts + 1))
                done
                element=$((element + 1))
            done
            echo "$id;fake"
            """;

    /** Answers with the first of its files queue.1, queue.2, ..., which it then removes; with an empty queue at the end. */
    private static final String SQUEUE = """
            #!/bin/sh
            for answer in "$STAGE"/queue.*; do
                [ -f "$answer" ] || exit 0
                if grep -q '^error' "$answer"; then cat "$answer" >&2; rm "$answer"; exit 1; fi
                cat "$answer"
                rm "$answer"
                exit 0
            done
            """;

    private static final String SCONTROL = """
            #!/bin/sh
            case $1 in
                show) printf 'MaxArraySize            = %s\\n' "$(cat "$STAGE/limit")" ;;
                requeue) echo "$2" >>"$STAGE/scontrol.calls"; : >"$STAGE/requeued"; kill -TERM $PPID ;;
            esac
            """;

    private static final String SCANCEL = """
            #!/bin/sh
            echo "$@" >>"$STAGE/scancel.calls"
            """;

    private final Path stage;
    private int queueAnswers;

    FakeCluster(Path stage) throws IOException {
        this.stage = stage;
        Files.createDirectories(stage.resolve("bin"));
        program("sbatch", SBATCH);
        program("squeue", SQUEUE);
        program("scontrol", SCONTROL);
        program("scancel", SCANCEL);
        put("limit", "1001");
    }

    /** A shell that finds these commands before any others, with the stage told to them and to tasks. */
    Shell shell() {
        String path = stage.resolve("bin") + ":/usr/bin:/bin";
        return new ProcessShell(
                stage.resolve("bin").toString(),
                Map.of("STAGE", stage.toString(), "PATH", path),
                Duration.ofSeconds(30));
    }

    /** One more program. */
    Path program(String name, String text) throws IOException {
        Path file = stage.resolve("bin").resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    void remove(String name) throws IOException {
        Files.delete(stage.resolve("bin").resolve(name));
    }

    void put(String file, String text) throws IOException {
        Files.writeString(stage.resolve(file), text);
    }

    /** What the next call of squeue answers; a text that begins with "error" is a failure. */
    void answerQueue(String text) throws IOException {
        queueAnswers++;
        put("queue.%03d".formatted(queueAnswers), text);
    }

    /** Lines of a file on the stage; none where it is not there. */
    List<String> lines(String file) {
        Path path = stage.resolve(file);
        try {
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
