package org.tafsim.report.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;

/** The figures of a sweep: where one number varies, metrics against it; where there is a baseline, differences to it. */
public final class SweepFigures {

    private SweepFigures() {}

    /**
     * Draws into the folder {@code figures}.
     *
     * @param folder of the sweep
     * @return why there are none, in words for the user, where this machine cannot draw text
     */
    public static Optional<String> write(Path folder, Experiment experiment, List<PointSummary> points)
            throws IOException {
        Optional<String> problem = FigureFiles.findProblem();
        if (problem.isPresent()) {
            return problem;
        }
        for (Figure figure : of(experiment, points)) {
            Path place = Files.createDirectories(folder.resolve("figures"));
            Files.write(place.resolve(figure.name() + ".svg"), figure.svg().getBytes(StandardCharsets.UTF_8));
            Files.write(place.resolve(figure.name() + ".png"), figure.png());
        }
        return Optional.empty();
    }

    static List<Figure> of(Experiment experiment, List<PointSummary> points) {
        Stream<Figure> overLoad = Stream.of(
                        LoadFigure.metrics(experiment, points), LoadFigure.differences(experiment, points))
                .flatMap(Optional::stream);
        return Stream.concat(overLoad, BaselineFigure.listAll(experiment, points).stream())
                .toList();
    }
}
