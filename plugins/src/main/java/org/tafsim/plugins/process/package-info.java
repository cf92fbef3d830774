/**
 * A routing policy in another process, in any language: lines of JSON over its standard input and output. docs/external-policies.md has
 * the protocol, external-policy-v1.schema.json its messages.
 */
@NullMarked
package org.tafsim.plugins.process;

import org.jspecify.annotations.NullMarked;
