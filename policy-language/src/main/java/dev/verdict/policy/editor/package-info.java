/**
 * JSON Schemas (draft 2020-12) for editors, one for each kind of file.
 *
 * <p>Start at {@link dev.verdict.policy.editor.EditorSchema}. The schemas are resources beside this
 * package; a test holds their keys against those that the readers know. They say less than the
 * readers do: what a schema accepts may still be refused. Depends on nothing.
 */
@NullMarked
package dev.verdict.policy.editor;

import org.jspecify.annotations.NullMarked;
