/**
 * Packages of results that others can check and run again: an RO-Crate 1.1 with the Process Run Crate profile, which is a BagIt
 * bag as well, in a zip of the same bytes whenever it is made. Packages are read as what they are: files from strangers.
 */
@NullMarked
package org.tafsim.experiment.pack;

import org.jspecify.annotations.NullMarked;
