/**
 * Policies of third parties: a folder of jars, each in a class loader that shows the contract and nothing of the engine. docs/plugins.md
 * says how to write one.
 */
@NullMarked
package org.tafsim.plugins;

import org.jspecify.annotations.NullMarked;
