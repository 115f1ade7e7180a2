package io.github.onrecord.search;

import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's own codec without its bound of 1024 dimensions, which some models' vectors pass. Only
 * the writer checks the bound; what is written is read by the codec of the same name.
 */
final class LongVectors extends FilterCodec {
  /** More than any model's that we know (3072). */
  static final int MOST_DIMENSIONS = 4096;

  private final KnnVectorsFormat format =
      new PerFieldKnnVectorsFormat() {
        private final KnnVectorsFormat unbound =
            new Unbound(KnnVectorsFormat.forName("Lucene99HnswVectorsFormat"));

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
          return unbound;
        }
      };

  LongVectors() {
    super(Codec.getDefault().getName(), Codec.getDefault());
  }

  @Override
  public KnnVectorsFormat knnVectorsFormat() {
    return format;
  }

  private static final class Unbound extends KnnVectorsFormat {
    private final KnnVectorsFormat format;

    private Unbound(KnnVectorsFormat format) {
      super(format.getName());
      this.format = format;
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
      return format.fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
      return format.fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String field) {
      return MOST_DIMENSIONS;
    }
  }
}
