package org.tafsim.report.figure;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Kinds of picture files. */
public enum FigureFormat {
    SVG,
    PDF,
    PNG;

    /** Of file names, without the dot. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A figure as a file. */
    byte[] bytes(Figure figure) {
        return switch (this) {
            case SVG -> figure.svg().getBytes(StandardCharsets.UTF_8);
            case PDF -> figure.pdf();
            case PNG -> figure.png();
        };
    }
}
