/**
 * Quote cards: a statement as a picture that can be passed on without losing who said it.
 *
 * <p>A {@link io.github.onrecord.message.CardText} comes in, a PNG goes out: {@link
 * io.github.onrecord.card.Fonts} chooses for each sign a font that has it, {@link
 * io.github.onrecord.card.Column} breaks the texts into lines and so finds out how tall the card
 * is, then {@link io.github.onrecord.card.QuoteCard} paints it. The picture depends on the text
 * alone; this room alone sees AWT.
 */
@NullMarked
package io.github.onrecord.card;

import org.jspecify.annotations.NullMarked;
