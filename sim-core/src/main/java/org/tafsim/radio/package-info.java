/**
 * Radio access: delays walked slot by slot or drawn from measurements, rates from the standard's formulas, and what geometry
 * leaves of them. See docs/model/radio.md.
 */
@NullMarked
package org.tafsim.radio;

import org.jspecify.annotations.NullMarked;
