package org.tafsim.experiment.slurm;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Runs commands as child processes, found on a search path, in English, and for no longer than a limit. */
public final class ProcessShell implements Shell {

    private final String searchPath;
    private final Map<String, String> environment;
    private final Duration limit;

    /**
     * A shell of this process's environment.
     *
     * @param searchPath folders to look for programs in, as in {@code PATH}
     * @param environment variables that children have beside this process's own
     * @param limit after which a command is ended
     */
    public ProcessShell(String searchPath, Map<String, String> environment, Duration limit) {
        this.searchPath = searchPath;
        this.environment = Map.copyOf(environment);
        this.limit = limit;
    }

    @Override
    public Answer run(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        try {
            process.getOutputStream().close();
            FutureTask<String> out = read(process.getInputStream());
            FutureTask<String> err = read(process.getErrorStream());
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("%s did not answer within %s s.".formatted(command.get(0), limit.toSeconds()));
            }
            return new Answer(process.exitValue(), out.get(), err.get());
        } catch (ExecutionException e) {
            throw new IOException("Cannot read what %s says.".formatted(command.get(0)), e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(List<String> command) throws IOException {
        String program = command.get(0);
        List<String> resolved = new ArrayList<>(command);
        resolved.set(0, find(program).toString());
        ProcessBuilder builder = new ProcessBuilder(resolved);
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private Path find(String program) throws MissingProgramException {
        for (String folder : searchPath.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new MissingProgramException(program, new IOException("not in " + searchPath));
    }

    /** Both streams at once: a child waits where nobody reads one of them. */
    private static FutureTask<String> read(InputStream stream) {
        FutureTask<String> text = new FutureTask<>(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
        Thread reader = new Thread(text, "tafsim-command-output");
        reader.setDaemon(true);
        reader.start();
        return text;
    }
}
