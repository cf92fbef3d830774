package org.tafsim.model;

/**
 * One-way delay of a small packet between user equipment and a UPF beside the cell, cell lightly loaded: as it was measured,
 * or worked out from the slots of the radio.
 */
public sealed interface RadioDelay permits MeasuredDelay, SlottedDelay {}
