package io.github.onrecord.telegram;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may change the record over Telegram, and where what they send goes.
 *
 * @param editors Telegram's numbers of people; a name can change hands, a number can't
 * @param intake takes in what they send
 */
public record Newsroom(Set<Long> editors, Intake intake) {
  /** Nobody. */
  public static final Newsroom CLOSED =
      new Newsroom(
          Set.of(),
          new Intake() {
            @Override
            public List<Report> link(String address) {
              return List.of();
            }

            @Override
            public List<Report> file(
                String name,
                byte[] content,
                @Nullable LocalDate published,
                @Nullable String source,
                @Nullable String url) {
              return List.of();
            }

            @Override
            public List<String> feeds() {
              return List.of();
            }
          });

  public Newsroom {
    editors = Set.copyOf(editors);
  }
}
