package org.tafsim.scenario.mobility;

import java.util.SplittableRandom;

/** A walker who goes straight to a point anywhere in a disk, at a speed drawn for the way, and then to the next. */
final class RandomWaypoint {

    private final SplittableRandom random;
    private final double diskMeters;
    private final double slowest;
    private final double fastest;
    private double x;
    private double y;
    private double toX;
    private double toY;
    private double speed;

    RandomWaypoint(long seed, double diskMeters, double slowest, double fastest) {
        random = new SplittableRandom(seed);
        this.diskMeters = diskMeters;
        this.slowest = slowest;
        this.fastest = fastest;
        turn();
        x = toX;
        y = toY;
        turn();
    }

    private void turn() {
        double distance = diskMeters * Math.sqrt(random.nextDouble());
        double angle = 2 * Math.PI * random.nextDouble();
        toX = distance * Math.cos(angle);
        toY = distance * Math.sin(angle);
        speed = slowest + (fastest - slowest) * random.nextDouble();
    }

    void walk(double seconds) {
        double left = seconds;
        double needed = Math.hypot(toX - x, toY - y) / speed;
        while (needed <= left) {
            x = toX;
            y = toY;
            left -= needed;
            turn();
            needed = Math.hypot(toX - x, toY - y) / speed;
        }
        x += (toX - x) * left / needed;
        y += (toY - y) * left / needed;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double speed() {
        return speed;
    }
}
