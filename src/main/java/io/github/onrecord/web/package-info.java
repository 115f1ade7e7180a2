/**
 * One HTTP server: the record's pages and feeds for everybody, and for the operator's machine.
 *
 * <p>A request comes in; {@link io.github.onrecord.web.WebServer} has {@code Site} find what it is
 * about in the store, and a page renders it in the reader's language. Nothing is kept between
 * requests; a page is as new as the record's last change, and its {@code ETag} says which that was.
 * Whatever stands in the record is put into pages as text, never as markup. There is no script, no
 * cookie, and nothing that comes from elsewhere.
 */
@NullMarked
package io.github.onrecord.web;

import org.jspecify.annotations.NullMarked;
