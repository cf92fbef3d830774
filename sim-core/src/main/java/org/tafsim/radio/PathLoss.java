package org.tafsim.radio;

/**
 * Path loss of TR 38.901, table 7.4.1-1, and the chance of a line of sight, table 7.4.2-1. Distances in m, losses in dB; d₂ is along the
 * ground, d₃ between antennas. Shadowing is normal with the standard deviation stated.
 */
public final class PathLoss {

    private static final double LIGHT_METERS_PER_SECOND = 3e8; // as the report has it
    private static final double ENVIRONMENT_METERS = 1; // h_E, users up to 13 m high

    private final Environment environment;
    private final double carrierGigahertz;
    private final double stationMeters;
    private final double userMeters;

    /** Where the radio is. */
    public enum Environment {

        /** Macro cells above the roofs, UMa. */
        URBAN_MACRO(25, 4, 6, 10, 5_000),

        /** Cells in the street, UMi. */
        URBAN_MICRO(10, 4, 7.82, 10, 5_000),

        /** Offices, mixed between open and closed. */
        INDOOR_OFFICE(3, 3, 8.03, 1, 150);

        private final double stationMeters;
        private final double sightDeviationDb;
        private final double hiddenDeviationDb;
        private final double leastMeters;
        private final double mostMeters;

        Environment(
                double stationMeters,
                double sightDeviationDb,
                double hiddenDeviationDb,
                double leastMeters,
                double mostMeters) {
            this.stationMeters = stationMeters;
            this.sightDeviationDb = sightDeviationDb;
            this.hiddenDeviationDb = hiddenDeviationDb;
            this.leastMeters = leastMeters;
            this.mostMeters = mostMeters;
        }

        /** Usual height of base stations (m). */
        public double stationMeters() {
            return stationMeters;
        }

        /** Shadowing's standard deviation (dB). */
        public double shadowingDb(boolean hasSight) {
            return hasSight ? sightDeviationDb : hiddenDeviationDb;
        }

        /** Distances along the ground that the formulas hold for begin here (m). */
        public double leastMeters() {
            return leastMeters;
        }

        /** And end here (m). */
        public double mostMeters() {
            return mostMeters;
        }
    }

    /**
     * Between a base station of the usual height and a user.
     *
     * @param carrierGigahertz 0.5 to 100
     * @param userMeters height of the user, 1 to 13
     */
    public PathLoss(Environment environment, double carrierGigahertz, double userMeters) {
        this.environment = environment;
        this.carrierGigahertz = requireWithin(carrierGigahertz, 0.5, 100, "carrier", "GHz");
        this.userMeters = requireWithin(userMeters, 1, 13, "height of a user", "m");
        stationMeters = environment.stationMeters();
    }

    Environment environment() {
        return environment;
    }

    double carrierGigahertz() {
        return carrierGigahertz;
    }

    /** Distance along the ground from where on the loss in sight grows with its fourth power, d'_BP; infinite indoors. */
    public double breakpointMeters() {
        if (environment == Environment.INDOOR_OFFICE) {
            return Double.POSITIVE_INFINITY;
        }
        return 4
                * (stationMeters - ENVIRONMENT_METERS)
                * Math.max(0, userMeters - ENVIRONMENT_METERS)
                * carrierGigahertz
                * 1e9
                / LIGHT_METERS_PER_SECOND;
    }

    /** Loss in line of sight (dB). */
    public double inSightDb(double groundMeters) {
        double d3 = antennaMeters(groundMeters);
        return switch (environment) {
            case URBAN_MACRO -> twoSlopes(groundMeters, d3, 28.0, 22, 9);
            case URBAN_MICRO -> twoSlopes(groundMeters, d3, 32.4, 21, 9.5);
            case INDOOR_OFFICE -> 32.4 + 17.3 * log(d3) + 20 * log(carrierGigahertz);
        };
    }

    private double twoSlopes(double d2, double d3, double constant, double near, double breakpointWeight) {
        double breakpoint = breakpointMeters();
        double ofCarrier = constant + 20 * log(carrierGigahertz);
        if (d2 <= breakpoint) {
            return ofCarrier + near * log(d3);
        }
        double heights = stationMeters - userMeters;
        return ofCarrier + 40 * log(d3) - breakpointWeight * log(breakpoint * breakpoint + heights * heights);
    }

    /** Loss without line of sight (dB), never less than in sight. */
    public double hiddenDb(double groundMeters) {
        double d3 = antennaMeters(groundMeters);
        double hidden = switch (environment) {
            case URBAN_MACRO -> 13.54 + 39.08 * log(d3) + 20 * log(carrierGigahertz) - 0.6 * (userMeters - 1.5);
            case URBAN_MICRO -> 22.4 + 35.3 * log(d3) + 21.3 * log(carrierGigahertz) - 0.3 * (userMeters - 1.5);
            case INDOOR_OFFICE -> 17.3 + 38.3 * log(d3) + 24.9 * log(carrierGigahertz);
        };
        return Math.max(inSightDb(groundMeters), hidden);
    }

    /** Chance of a line of sight. */
    public double sightProbability(double groundMeters) {
        return switch (environment) {
            case URBAN_MACRO -> outdoorSight(groundMeters, 63);
            case URBAN_MICRO -> outdoorSight(groundMeters, 36);
            case INDOOR_OFFICE -> indoorSight(groundMeters);
        };
    }

    private static double outdoorSight(double d2, double decayMeters) {
        return d2 <= 18 ? 1 : 18 / d2 + StrictMath.exp(-d2 / decayMeters) * (1 - 18 / d2);
    }

    private static double indoorSight(double d2) {
        if (d2 <= 1.2) {
            return 1;
        }
        return d2 < 6.5 ? StrictMath.exp(-(d2 - 1.2) / 4.7) : 0.32 * StrictMath.exp(-(d2 - 6.5) / 32.6);
    }

    private double antennaMeters(double groundMeters) {
        requireWithin(groundMeters, environment.leastMeters(), environment.mostMeters(), "distance", "m");
        double heights = stationMeters - userMeters;
        return Math.sqrt(groundMeters * groundMeters + heights * heights);
    }

    private static double log(double value) {
        return StrictMath.log10(value);
    }

    private static double requireWithin(double value, double least, double most, String quantity, String unit) {
        if (!(value >= least && value <= most)) { // also catches NaN
            throw new IllegalArgumentException("The %s of a path loss (%s %s) must lie between %s and %s."
                    .formatted(quantity, value, unit, least, most));
        }
        return value;
    }
}
