package org.tafsim.energy;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tafsim.model.Battery;
import org.tafsim.model.SiteTariff;

/**
 * The battery of a site: it charges in the cheapest hours of the day, or the greenest, as many as fill it, and gives what the site
 * draws in the dearest, as many as empty it; only in hours that are worth its losses. It is empty at the start.
 *
 * <p>Energy taken times efficiency = energy given + energy stored, at every instant.
 */
public final class SiteBattery {
    private static final int HOURS = 24;

    private final Battery battery;
    private final SiteTariff tariff;
    private final boolean[] charges = new boolean[HOURS];
    private final boolean[] gives = new boolean[HOURS];
    private double inJoules;
    private double outJoules;
    private double storedJoules;
    private double peakWatts;
    private double barePeakWatts;
    private Consumption effect = Consumption.NONE;

    /** That of a site that has one. */
    public SiteBattery(SiteTariff tariff) {
        this.tariff = tariff;
        battery = tariff.supply().battery().orElseThrow();
        plan();
    }

    private void plan() {
        IntToDoubleFunction value = battery.by() == Battery.By.PRICE ? tariff::eurPerKwh : tariff::carbonGramsPerKwh;
        List<Integer> hours = IntStream.range(0, HOURS)
                .boxed()
                .sorted(Comparator.comparingDouble(value::applyAsDouble))
                .toList();
        double toEmpty = battery.kilowattHours() / battery.kilowatts();
        int charging = hoursOf(toEmpty / battery.efficiency());
        for (int i = 0; i < charging; i++) {
            charges[hours.get(i)] = true;
        }
        double dearestCharged = value.applyAsDouble(hours.get(charging - 1));
        for (int i = HOURS - hoursOf(toEmpty); i < HOURS; i++) {
            gives[hours.get(i)] = value.applyAsDouble(hours.get(i)) * battery.efficiency() > dearestCharged;
        }
        boolean isOfUse = IntStream.range(0, HOURS).anyMatch(hour -> gives[hour]);
        for (int hour = 0; hour < HOURS; hour++) {
            charges[hour] &= isOfUse;
        }
    }

    /** Whole hours, at most half of the day. */
    private static int hoursOf(double hours) {
        return (int) Math.min(HOURS / 2, Math.ceil(hours));
    }

    /**
     * Goes on by a stretch of time.
     *
     * @param hour of the day that it lies in
     * @param seconds its length
     * @param loadJoules what the site used in it, at its meter
     */
    public void step(int hour, double seconds, double loadJoules) {
        double in = taken(hour, seconds);
        double out = given(hour, seconds, loadJoules);
        inJoules += in;
        outJoules += out;
        storedJoules = Math.min(capacityJoules(), storedJoules + in * battery.efficiency()) - out;
        effect = effect.plus(bought(hour, in - out));
        if (seconds > 0) {
            peakWatts = Math.max(peakWatts, (loadJoules + in - out) / seconds);
            barePeakWatts = Math.max(barePeakWatts, loadJoules / seconds);
        }
    }

    private double taken(int hour, double seconds) {
        double room = (capacityJoules() - storedJoules) / battery.efficiency();
        return charges[hour] ? Math.min(most(seconds), room) : 0;
    }

    private double given(int hour, double seconds, double loadJoules) {
        return gives[hour] ? Math.min(Math.min(most(seconds), storedJoules), loadJoules) : 0;
    }

    private double most(double seconds) {
        return 1000 * battery.kilowatts() * seconds;
    }

    /** What the site would have bought more because of it by the end of a stretch that {@link #step} has not taken yet (J). */
    public double joulesAfter(int hour, double seconds, double loadJoules) {
        return effect.joules() + taken(hour, seconds) - given(hour, seconds, loadJoules);
    }

    private double capacityJoules() {
        return Consumption.JOULES_PER_KWH * battery.kilowattHours();
    }

    private Consumption bought(int hour, double joules) {
        double kilowattHours = joules / Consumption.JOULES_PER_KWH;
        return new Consumption(
                joules, kilowattHours * tariff.carbonGramsPerKwh(hour), kilowattHours * tariff.eurPerKwh(hour), 0, 0);
    }

    /** What the site bought more because of it; less where negative. */
    public Consumption effect() {
        return effect;
    }

    /** Taken (kWh). */
    public double inKwh() {
        return inJoules / Consumption.JOULES_PER_KWH;
    }

    /** Given (kWh). */
    public double outKwh() {
        return outJoules / Consumption.JOULES_PER_KWH;
    }

    /** Stored now, as it could be given (kWh). */
    public double storedKwh() {
        return storedJoules / Consumption.JOULES_PER_KWH;
    }

    /** The highest mean power of a stretch at the meter (kW). */
    public double peakKilowatts() {
        return peakWatts / 1000;
    }

    /** The same without the battery. */
    public double barePeakKilowatts() {
        return barePeakWatts / 1000;
    }
}
