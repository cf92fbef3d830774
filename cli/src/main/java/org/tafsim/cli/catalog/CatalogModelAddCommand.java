package org.tafsim.cli.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.model.ModelProfile;
import org.tafsim.scenario.HuggingFaceConfig;
import org.tafsim.scenario.ProfileWriter;
import org.tafsim.scenario.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns a model's config.json into an entry for scenarios. */
@Command(
        name = "add",
        header = "Read a model's config.json, as Hugging Face has it, into an entry for scenarios.",
        description =
                "Prints the entry, which goes under 'models:' of a scenario; the number of parameters is counted. "
                        + "Models whose attention is not modelled (linear, sparse, state-space) are refused.%n",
        footer = {
            "  tafsim catalog model add config.json --id my-model --provider FR",
            "  tafsim catalog model add config.json --id my-model --provider FR >> scenario.yaml"
        })
public final class CatalogModelAddCommand implements Callable<Integer> {
    private static final long LONGEST_CONFIG_BYTES = 1 << 20;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "CONFIG.JSON", description = "The file beside the weights.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path config;

    @Option(names = "--id", paramLabel = "NAME", description = "What scenarios call it; else the folder's name.")
    private @Nullable String id;

    @Option(
            names = "--provider",
            required = true,
            paramLabel = "COUNTRY",
            description = "Seat of who trained it, e.g. FR: sovereignty rules ask for it.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String provider;

    public CatalogModelAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(config)) {
            throw new InvalidInputException("There is no file " + config + ".");
        }
        if (Files.size(config) > LONGEST_CONFIG_BYTES) {
            throw new InvalidInputException(config + " is longer than 1 MiB: no config.json is.");
        }
        if (!Catalog.shipped().countries().containsKey(provider)) {
            throw new InvalidInputException(
                    "--provider: '%s' is not a country. Expected its code, e.g. FR.".formatted(provider));
        }
        String json = Files.readString(config, StandardCharsets.UTF_8);
        ModelProfile model = HuggingFaceConfig.read(json, config.toString(), name(), provider);
        terminal.out().println("models:");
        terminal.out().println("  - " + ProfileWriter.model(model));
        return ExitCodes.OK;
    }

    private String name() {
        if (id != null) {
            return id;
        }
        Path folder = config.toAbsolutePath().normalize().getParent();
        Path last = folder == null ? null : folder.getFileName();
        return last == null ? "model" : last.toString().toLowerCase(Locale.ROOT);
    }
}
