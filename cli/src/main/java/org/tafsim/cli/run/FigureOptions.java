package org.tafsim.cli.run;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.tafsim.cli.console.Words;
import org.tafsim.report.figure.FigureFormat;
import picocli.CommandLine.Option;

/** Which figures to draw. */
public final class FigureOptions {

    @Option(
            names = "--figures",
            paramLabel = "FORMAT",
            split = ",",
            converter = Converter.class,
            completionCandidates = Names.class,
            description = "Draw figures as these: svg, pdf, png (default: svg,png).")
    private Set<FigureFormat> formats = new TreeSet<>(Set.of(FigureFormat.SVG, FigureFormat.PNG));

    @Option(names = "--no-figures", description = "Draw no figures.")
    private boolean isWithoutFigures;

    /** From their words. */
    static final class Converter extends Words<FigureFormat> {
        Converter() {
            super(FigureFormat.class);
        }
    }

    /** For help and completion. */
    static final class Names extends ArrayList<String> {
        Names() {
            super(Words.all(FigureFormat.class));
        }
    }

    /** Of the files; none where no figures are wanted. */
    public Set<FigureFormat> formats() {
        return isWithoutFigures ? Set.of() : formats;
    }
}
