package org.tafsim.cli.tutorial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tafsim.cli.Commanded;

/** Runs commands one after the other in the working directory of its process: those of tafsim in the process, others by a shell. */
final class Session {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern PROGRESS = Pattern.compile("(?m)^\\d+ of \\d+ \\S+ done, about .*\\n");

    private Session() {}

    /** Takes a folder of files {@code NN.sh}, and writes beside each {@code NN.out} and {@code NN.code}. */
    public static void main(String[] args) throws Exception {
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sh"))
                    .sorted()
                    .toList()) {
                String stem = file.toString().replaceFirst("sh$", "");
                ByteArrayOutputStream printed = new ByteArrayOutputStream();
                int code = run(Files.readString(file), printed);
                String text = printed.toString(StandardCharsets.UTF_8);
                Files.writeString(Path.of(stem + "out"), PROGRESS.matcher(text).replaceAll(""));
                Files.writeString(Path.of(stem + "code"), Integer.toString(code));
            }
        }
    }

    private static int run(String command, ByteArrayOutputStream printed) throws IOException, InterruptedException {
        if (command.startsWith("tafsim ")) {
            return Commanded.by(words(command.replace("\\\n", " ").substring("tafsim ".length())), printed);
        }
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        process.getInputStream().transferTo(printed);
        return process.waitFor();
    }

    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher found = WORD.matcher(line);
        while (found.find()) {
            words.add(IntStream.rangeClosed(1, 3)
                    .mapToObj(found::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow());
        }
        return words.toArray(new String[0]);
    }
}
