package org.tafsim.scenario.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/** Quantities as files write them: a number and a unit. What needs a unit refuses a bare number. */
public final class Quantities {

    private static final Unit TIME = Unit.family()
            .unit("s", "1e9")
            .unit("ms", "1e6")
            .unit("us", "1e3")
            .unit("ns", "1")
            .unit("min", "60e9")
            .unit("h", "3600e9")
            .unit("d", "86400e9")
            .notAs("s", "sec", "secs", "second", "seconds", "S")
            .notAs("ms", "msec", "millis", "milliseconds")
            .notAs("us", "µs", "μs", "usec", "micros")
            .notAs("min", "m", "mins", "minute", "minutes", "M")
            .notAs("h", "hr", "hrs", "hour", "hours", "H")
            .notAs("d", "day", "days");

    private static final Unit BITS_PER_SECOND = Unit.family()
            .unit("Gbit/s", "1e9")
            .unit("Mbit/s", "1e6")
            .unit("kbit/s", "1e3")
            .unit("bit/s", "1")
            .unit("Tbit/s", "1e12")
            .notAs("Gbit/s", "Gbps", "gbps", "Gb/s", "GBit/s", "Gbit", "G")
            .notAs("Mbit/s", "Mbps", "mbps", "Mb/s", "MBit/s", "Mbit", "M")
            .notAs("kbit/s", "kbps", "Kbps", "kb/s", "Kbit/s", "kbit", "k")
            .notAs("Tbit/s", "Tbps", "Tb/s")
            .notAs("bit/s", "bps", "b/s");

    private static final Unit BYTES = Unit.family()
            .unit("GB", "1e9")
            .unit("MB", "1e6")
            .unit("kB", "1e3")
            .unit("B", "1")
            .unit("TB", "1e12")
            .unit("GiB", "1073741824")
            .unit("MiB", "1048576")
            .unit("KiB", "1024")
            .notAs("kB", "KB", "kb", "k", "K")
            .notAs("GB", "gb", "Gb", "G")
            .notAs("MB", "mb", "Mb", "M")
            .notAs("B", "b", "bytes", "byte");

    private static final Unit BYTES_PER_SECOND = Unit.family()
            .unit("GB/s", "1e9")
            .unit("TB/s", "1e12")
            .unit("MB/s", "1e6")
            .unit("B/s", "1")
            .notAs("GB/s", "GBps", "Gb/s")
            .notAs("TB/s", "TBps");

    private static final Unit PER_SECOND = Unit.family()
            .unit("/s", "1")
            .unit("/min", "1")
            .unit("/h", "1")
            .notAs("/s", "rps", "req/s", "per s", "1/s", "Hz", "qps", "/sec")
            .notAs("/min", "rpm", "/m", "per min", "1/min")
            .notAs("/h", "per h", "1/h", "/hour");

    private static final Unit FLOPS = Unit.family()
            .unit("TFLOP/s", "1e12")
            .unit("PFLOP/s", "1e15")
            .unit("GFLOP/s", "1e9")
            .unit("FLOP/s", "1")
            .notAs("TFLOP/s", "TFLOPS", "TFLOPs", "TF", "TOPS", "TF/s")
            .notAs("PFLOP/s", "PFLOPS", "PF");

    private static final Unit WATTS =
            Unit.family().unit("W", "1").unit("kW", "1e3").unit("MW", "1e6").notAs("W", "w", "Watt", "watts");

    private static final Unit KILOWATT_HOURS =
            Unit.family().unit("Wh", "1e-3").unit("kWh", "1").unit("MWh", "1e3").notAs("kWh", "KWh", "kwh", "kW h");

    private static final Unit METERS =
            Unit.family().unit("km", "1e3").unit("m", "1").notAs("km", "Km", "KM", "kilometers");

    private static final Unit METERS_PER_SECOND = Unit.family()
            .unit("km/h", "0.277777777777777777777777777778")
            .unit("m/s", "1")
            .notAs("km/h", "kmh", "kph", "km per h")
            .notAs("m/s", "mps");

    private static final Unit NANOS_PER_METER = Unit.family()
            .unit("us/km", "1")
            .unit("ns/m", "1")
            .unit("ms/km", "1e3")
            .notAs("us/km", "µs/km");

    private static final Unit SHARE =
            Unit.family().unit("%", "0.01").unit("", "1").notAs("%", "percent", "pct");

    private static final Unit PLAIN = Unit.family().unit("", "1");

    private static final BigDecimal LONGEST_NANOS = new BigDecimal("86400e9").multiply(BigDecimal.valueOf(3660));

    /** The longest time span that files may state (ns): ten years. */
    public static final long MOST_NANOS = LONGEST_NANOS.longValueExact();

    /** A time span (ns), up to ten years; parts of a nanosecond count as one. */
    public static final Format<Long> DURATION = longs("a duration", "10 min", TIME, LONGEST_NANOS);

    /** A time span that is not zero (ns). */
    public static final Format<Long> POSITIVE_DURATION = DURATION.that(nanos -> nanos > 0, "be more than zero");

    /** A short time in a model equation (s); not rounded to nanoseconds. */
    public static final Format<Double> SECONDS = scaled("a duration", "12 us", TIME, 9);

    /** A delay in a table of quantiles (ms); not rounded to nanoseconds. */
    public static final Format<Double> MILLIS = scaled("a duration", "5 ms", TIME, 6);

    /** A size (bytes). */
    public static final Format<Long> SIZE = longs("a size", "16 GB", BYTES, new BigDecimal("1e18"));

    /** A size of one small thing (bytes), where parts of a byte count. */
    public static final Format<Double> FINE_SIZE = doubles("a size", "4 B", BYTES);

    /** A data rate (bit/s), more than zero. */
    public static final Format<Double> DATA_RATE = positive(doubles("a data rate", "10 Gbit/s", BITS_PER_SECOND));

    /** A memory bandwidth (bytes/s), more than zero. */
    public static final Format<Double> BYTE_RATE = positive(doubles("a bandwidth", "300 GB/s", BYTES_PER_SECOND));

    /** A computing speed (FLOP/s), more than zero. */
    public static final Format<Double> SPEED = positive(doubles("a computing speed", "121 TFLOP/s", FLOPS));

    /** Power (W), more than zero. */
    public static final Format<Double> POWER = positive(doubles("a power", "72 W", WATTS));

    /** Energy (kWh), more than zero. */
    public static final Format<Double> ENERGY = positive(doubles("an energy", "20 kWh", KILOWATT_HOURS));

    /** A distance (m). */
    public static final Format<Double> DISTANCE = doubles("a distance", "20 km", METERS);

    /** How fast somebody moves (m/s), more than zero. */
    public static final Format<Double> VELOCITY = positive(doubles("a speed", "50 km/h", METERS_PER_SECOND));

    /** Propagation (ns/m), more than zero. */
    public static final Format<Double> PROPAGATION = positive(doubles("a propagation", "4.9 us/km", NANOS_PER_METER));

    /** A rate of events (1/s). */
    public static final Format<Double> RATE = new Format<>("a rate", "12 /s", text -> rate(text));

    /** A rate of events that is not zero (1/s). */
    public static final Format<Double> POSITIVE_RATE = positive(RATE);

    /** A number without unit, of either sign. */
    public static final Format<Double> NUMBER =
            new Format<>("a number", "1.5", text -> PLAIN.parse(text).doubleValue());

    /** A number above zero. */
    public static final Format<Double> POSITIVE_NUMBER = positive(NUMBER);

    /** A number, zero or above. */
    public static final Format<Double> NATURAL_NUMBER = NUMBER.that(value -> value >= 0, "not be negative");

    /** A share in [0, 1], as {@code 0.9} or {@code 90 %}. */
    public static final Format<Double> FRACTION = new Format<>(
                    "a share", "90 %", text -> SHARE.parse(text).doubleValue())
            .that(share -> share >= 0 && share <= 1, "lie between 0 and 1, or 0 % and 100 %");

    private Quantities() {}

    /** A whole number in a range. */
    public static Format<Long> whole(long least, long most, String example) {
        return new Format<>("a whole number", example, text -> whole(text, least, most));
    }

    /** A whole number above zero. */
    public static Format<Integer> count(String example) {
        Format<Long> whole = whole(1, Integer.MAX_VALUE, example);
        return new Format<>(whole.noun(), example, text -> Math.toIntExact(whole.parse(text)));
    }

    /** A whole number, zero or above. */
    public static Format<Integer> wholeFromZero(String example) {
        Format<Long> whole = whole(0, Integer.MAX_VALUE, example);
        return new Format<>(whole.noun(), example, text -> Math.toIntExact(whole.parse(text)));
    }

    /** As {@link #count}, as an optional value. */
    public static Format<OptionalInt> optionalCount(String example) {
        Format<Integer> count = count(example);
        return new Format<>(count.noun(), example, text -> OptionalInt.of(count.parse(text)));
    }

    private static long whole(String text, long least, long most) throws Format.Refused {
        BigDecimal value = PLAIN.parse(text);
        if (value.stripTrailingZeros().scale() > 0) {
            throw Format.Refused.plainly();
        }
        if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw Format.Refused.because("\"%s\" must lie between %d and %d.".formatted(text, least, most));
        }
        return value.longValueExact();
    }

    private static double rate(String text) throws Format.Refused {
        BigDecimal value = notNegative(text, PER_SECOND.parse(text));
        if (text.endsWith("/min")) {
            return value.doubleValue() / 60;
        }
        return text.endsWith("/h") ? value.doubleValue() / 3600 : value.doubleValue();
    }

    private static Format<Long> longs(String noun, String example, Unit unit, BigDecimal most) {
        return new Format<>(noun, example, text -> {
            BigDecimal value = notNegative(text, unit.parse(text));
            if (value.compareTo(most) > 0) {
                throw Format.Refused.because("\"%s\" is too much.".formatted(text));
            }
            return value.setScale(0, RoundingMode.CEILING).longValueExact();
        });
    }

    private static Format<Double> doubles(String noun, String example, Unit unit) {
        return new Format<>(
                noun, example, text -> notNegative(text, unit.parse(text)).doubleValue());
    }

    /** The unit's value over a power of ten, still in decimals. */
    private static Format<Double> scaled(String noun, String example, Unit unit, int digits) {
        return new Format<>(
                noun,
                example,
                text -> notNegative(text, unit.parse(text))
                        .movePointLeft(digits)
                        .doubleValue());
    }

    private static Format<Double> positive(Format<Double> format) {
        return format.that(value -> value > 0, "be more than zero");
    }

    private static BigDecimal notNegative(String text, BigDecimal value) throws Format.Refused {
        if (value.signum() < 0) {
            throw Format.Refused.because("\"%s\" must not be negative.".formatted(text));
        }
        return value;
    }
}
