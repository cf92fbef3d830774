package org.tafsim.report.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.Scenario;

/** Puts the figures of a run into its folder, in some formats. A machine that cannot draw still gets its numbers. */
public final class FigureFiles {

    private static final String FOLDER = "figures/";

    private FigureFiles() {}

    /**
     * Draws all figures.
     *
     * @param formats of the files; none, no figures
     * @return why there are none, in words for the user, where this machine cannot draw text
     * @throws IOException where a file cannot be written
     */
    public static Optional<String> write(
            RunDraft draft, Set<FigureFormat> formats, Scenario scenario, List<RunResult> results, SummaryTable summary)
            throws IOException {
        return write(draft, formats, FigureFiles::measureText, () -> Figures.of(scenario, results, summary));
    }

    static Optional<String> write(
            RunDraft draft, Set<FigureFormat> formats, Runnable textProbe, Supplier<List<Figure>> figures)
            throws IOException {
        if (formats.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> problem = findProblem(textProbe);
        if (problem.isEmpty()) {
            for (Figure figure : figures.get()) {
                for (FigureFormat format : formats) {
                    draft.write(FOLDER + figure.name() + "." + format.ending(), format.bytes(figure));
                }
            }
        }
        return problem;
    }

    /** Why this machine cannot draw, in words for the user; empty where it can. */
    public static Optional<String> findProblem() {
        return findProblem(FigureFiles::measureText);
    }

    /** Java draws no text without fonts, and says so by errors of many kinds: all of them when it first looks for one. */
    private static Optional<String> findProblem(Runnable textProbe) {
        try {
            textProbe.run();
            return Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError e) {
            return Optional.of("No figures: Java finds no fonts on this machine (%s). On Debian or Ubuntu: %s"
                    .formatted(e.getClass().getSimpleName(), "apt-get install fontconfig fonts-dejavu-core"));
        }
    }

    private static void measureText() {
        Graphics2D canvas = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            int width = canvas.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                    .stringWidth("tafsim");
            if (width == 0) {
                throw new IllegalStateException("The text has no width.");
            }
        } finally {
            canvas.dispose();
        }
    }
}
