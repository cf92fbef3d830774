package org.tafsim.report.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafsim.experiment.NewFiles;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;

/**
 * The figures of a sweep: where one number varies, metrics against it; where two things do, heat maps; where there is a baseline,
 * differences to it; what is cheap, quick and lawful.
 */
public final class SweepFigures {

    private SweepFigures() {}

    /**
     * Draws into the folder {@code figures}.
     *
     * @param folder of the sweep
     * @param formats of the files; none, no figures
     * @return why there are none, in words for the user, where this machine cannot draw text
     */
    public static Optional<String> write(
            Path folder, Set<FigureFormat> formats, Experiment experiment, List<PointSummary> points)
            throws IOException {
        if (formats.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> problem = FigureFiles.findProblem();
        if (problem.isPresent()) {
            return problem;
        }
        for (Figure figure : of(experiment, points)) {
            Path place = Files.createDirectories(folder.resolve("figures"));
            for (FigureFormat format : formats) {
                NewFiles.write(place.resolve(figure.name() + "." + format.ending()), format.bytes(figure));
            }
        }
        return Optional.empty();
    }

    static List<Figure> of(Experiment experiment, List<PointSummary> points) {
        List<Figure> figures = new ArrayList<>();
        LoadFigure.metrics(experiment, points).ifPresent(figures::add);
        LoadFigure.differences(experiment, points).ifPresent(figures::add);
        LoadPercentilesFigure.of(experiment, points).ifPresent(figures::add);
        figures.addAll(SweepHeatFigure.listAll(experiment, points));
        BestPolicyFigure.of(experiment, points).ifPresent(figures::add);
        figures.addAll(
                TornadoFigure.fits(points)
                        ? TornadoFigure.listAll(experiment, points)
                        : BaselineFigure.listAll(experiment, points));
        ParetoFigure.of(experiment, points).ifPresent(figures::add);
        return figures;
    }
}
