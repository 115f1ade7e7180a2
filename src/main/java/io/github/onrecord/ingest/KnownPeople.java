package io.github.onrecord.ingest;

import org.jspecify.annotations.Nullable;

/** Officials who are on record already, as far as a document may mean them without their name. */
interface KnownPeople {

  /** The official who alone holds an office, added to the cast; null when none or several do. */
  @Nullable Person byOffice(OfficePhrase phrase, Cast cast);
}
