package io.github.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntsRefBuilder;
import org.apache.lucene.util.fst.ByteSequenceOutputs;
import org.apache.lucene.util.fst.BytesRefFSTEnum;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.FSTCompiler;
import org.apache.lucene.util.fst.Util;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of one language, as stems, and the concepts that each names; walked word by word.
 *
 * <p>Kept as Lucene's finite-state transducer: a quarter of a megabyte for thousands of phrases,
 * read from a file in milliseconds. Immutable and safe for use by several threads.
 */
final class PhraseTree {
  private static final ByteSequenceOutputs OUTPUTS = ByteSequenceOutputs.getSingleton();

  /** After each stem: no stem contains a blank. */
  private static final char END = ' ';

  private static final String BETWEEN_CONCEPTS = "|";

  /** A place in the tree: the arc that led there, and the output gathered on the way. */
  record Step(FST.Arc<BytesRef> arc, BytesRef output) {}

  /** Null when there is no phrase at all, which a transducer can't be. */
  private final @Nullable FST<BytesRef> phrases;

  private PhraseTree(@Nullable FST<BytesRef> phrases) {
    this.phrases = phrases;
  }

  /** Gathers phrases before the tree is made. */
  static final class Builder {
    private final Map<BytesRef, Set<String>> concepts = new TreeMap<>();

    /** Enters a phrase, given as stems, under a concept. */
    void enter(List<String> stems, String concept) {
      StringBuilder key = new StringBuilder();
      stems.forEach(stem -> key.append(stem).append(END));
      concepts.computeIfAbsent(new BytesRef(key), empty -> new LinkedHashSet<>()).add(concept);
    }

    PhraseTree build() {
      FSTCompiler<BytesRef> compiler =
          new FSTCompiler.Builder<>(FST.INPUT_TYPE.BYTE1, OUTPUTS).build();
      IntsRefBuilder scratch = new IntsRefBuilder();
      try {
        for (Map.Entry<BytesRef, Set<String>> phrase : concepts.entrySet()) {
          compiler.add(
              Util.toIntsRef(phrase.getKey(), scratch),
              new BytesRef(String.join(BETWEEN_CONCEPTS, phrase.getValue())));
        }
        FST.FSTMetadata<BytesRef> made = compiler.compile();
        return new PhraseTree(
            made == null ? null : FST.fromFSTReader(made, compiler.getFSTReader()));
      } catch (IOException e) {
        throw new UncheckedIOException("Memory doesn't fail", e);
      }
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeByte((byte) (phrases == null ? 0 : 1));
    if (phrases != null) {
      phrases.save(out, out);
    }
  }

  static PhraseTree read(DataInput in) throws IOException {
    return new PhraseTree(in.readByte() == 0 ? null : new FST<>(FST.readMetadata(in, OUTPUTS), in));
  }

  /** Where every phrase begins; null when there is none. */
  @Nullable Step root() {
    return phrases == null
        ? null
        : new Step(phrases.getFirstArc(new FST.Arc<>()), OUTPUTS.getNoOutput());
  }

  /** Where a stem leads from a place, or null when no phrase goes on with it. */
  @Nullable Step toward(Step from, String stem) {
    if (phrases == null) {
      return null;
    }
    FST.Arc<BytesRef> arc = new FST.Arc<BytesRef>().copyFrom(from.arc());
    BytesRef output = from.output();
    FST.BytesReader reader = phrases.getBytesReader();
    try {
      for (byte letter : (stem + END).getBytes(StandardCharsets.UTF_8)) {
        if (phrases.findTargetArc(letter & 0xFF, arc, arc, reader) == null) {
          return null;
        }
        output = OUTPUTS.add(output, arc.output());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory doesn't fail", e);
    }
    return new Step(arc, output);
  }

  /** The concepts of the phrase that ends at a place; none when it only goes on. */
  static List<String> concepts(Step at) {
    return at.arc().isFinal()
        ? concepts(OUTPUTS.add(at.output(), at.arc().nextFinalOutput()))
        : List.of();
  }

  private static List<String> concepts(BytesRef output) {
    return List.of(output.utf8ToString().split("\\" + BETWEEN_CONCEPTS, -1));
  }

  /** Concepts of single words that differ from a stem by one letter, but not the first. */
  List<String> conceptsNear(String stem) {
    List<String> near = new ArrayList<>();
    if (phrases == null || stem.isEmpty()) {
      return near;
    }
    String initial = stem.substring(0, stem.offsetByCodePoints(0, 1));
    try {
      BytesRefFSTEnum<BytesRef> entries = new BytesRefFSTEnum<>(phrases);
      for (BytesRefFSTEnum.InputOutput<BytesRef> entry = entries.seekCeil(new BytesRef(initial));
          entry != null;
          entry = entries.next()) {
        String known = entry.input.utf8ToString();
        if (!known.startsWith(initial)) {
          break;
        }
        int end = known.indexOf(END);
        if (end == known.length() - 1 && NameKey.near(known.substring(0, end), stem)) {
          near.addAll(concepts(entry.output));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory doesn't fail", e);
    }
    return near;
  }
}
