package org.tafsim.benchmark;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/** Through SSJ's own simulator, the kindest way: event objects are reused, of two classes. */
final class SsjHold implements HoldModel {
    private final Increments increments = new Increments();
    private final Simulator simulator;
    private long left;
    private long balance;

    SsjHold(EventList list, int pending) {
        simulator = new Simulator(list);
        simulator.init();
        for (int i = 0; i < pending; i++) {
            Event event = (i & 1) == 0 ? new Even() : new Odd();
            event.schedule((double) increments.initialNanos(i, pending));
        }
    }

    @Override
    public long hold(long events) {
        left = events;
        simulator.start();
        return balance;
    }

    private void scheduleSuccessor(Event event) {
        if (--left == 0) {
            simulator.stop();
        }
        event.schedule((double) increments.nextNanos());
    }

    private final class Even extends Event {
        Even() {
            super(simulator);
        }

        @Override
        public void actions() {
            balance++;
            scheduleSuccessor(this);
        }
    }

    private final class Odd extends Event {
        Odd() {
            super(simulator);
        }

        @Override
        public void actions() {
            balance--;
            scheduleSuccessor(this);
        }
    }
}
