/** Writes the pages: templates, Markdown, files. */
@NullMarked
package dk.borgerkontakt.pages.html;

import org.jspecify.annotations.NullMarked;
