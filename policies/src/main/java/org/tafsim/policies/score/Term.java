package org.tafsim.policies.score;

/**
 * One of a list such as {@code queue: 2, within(400 ms)}.
 *
 * @param argument what is in the parentheses; empty where there are none
 * @param position of its first character, from 1
 * @param argumentPosition of the argument's first character, from 1
 */
record Term(String name, String argument, double weight, int position, int argumentPosition) {}
