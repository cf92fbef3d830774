package org.tafsim.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** What must hold of every page, in every theme and width. */
final class Look {

    private static final double FEWEST_INKED = 0.002;

    private final Browser browser;
    private final Path pictures;

    /**
     * Of a page in a browser.
     *
     * @param pictures folder that keeps what it looked like
     */
    Look(Browser browser, Path pictures) throws IOException {
        this.browser = browser;
        this.pictures = Files.createDirectories(pictures);
    }

    void isSound(String what) {
        assertThat(browser.log()).as("%s: complaints of the browser", what).isEmpty();
        assertThat(browser.texts("checks.scroll()")).as("%s: sideways", what).isEmpty();
        assertThat(browser.texts("checks.overlaps()"))
                .as("%s: texts on each other", what)
                .isEmpty();
        assertThat(browser.texts("checks.headings()")).as("%s: headings", what).isEmpty();
        assertThat(browser.texts("checks.names()"))
                .as("%s: names for who does not see", what)
                .isEmpty();
        assertThat(browser.texts("checks.external()"))
                .as("%s: asked for elsewhere", what)
                .isEmpty();
        isLegible(what);
    }

    void isLegible(String what) {
        assertThat(faint()).as("%s: contrast under AA", what).isEmpty();
    }

    private List<String> faint() {
        List<String> faint = new ArrayList<>();
        for (Object pair : (List<?>) browser.script("return checks.colors()")) {
            List<?> entry = (List<?>) pair;
            List<Double> color = numbers(entry.get(1));
            List<List<Double>> grounds =
                    ((List<?>) entry.get(2)).stream().map(Look::numbers).toList();
            double ratio = Contrast.ratio(color, grounds);
            double needed = Contrast.needed(number(entry.get(3)), number(entry.get(4)));
            if (ratio < needed) {
                faint.add("“%s” has %.2f of %.1f: %s on %s".formatted(entry.get(0), ratio, needed, color, grounds));
            }
        }
        return faint;
    }

    private static List<Double> numbers(Object list) {
        return ((List<?>) list).stream().map(Look::number).toList();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** Keeps what an element looks like. */
    BufferedImage keep(String selector, String name) throws IOException {
        BufferedImage picture = browser.picture(selector);
        ImageIO.write(picture, "png", pictures.resolve(name + ".png").toFile());
        return picture;
    }

    /** Whether something is drawn: pixels that are not of the most common color. */
    void isDrawn(String selector, String what) throws IOException {
        assertThat(inked(browser.picture(selector))).as("%s: drawn", what).isGreaterThan(FEWEST_INKED);
    }

    private static double inked(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return 1 - most / ((double) picture.getWidth() * picture.getHeight());
    }
}
