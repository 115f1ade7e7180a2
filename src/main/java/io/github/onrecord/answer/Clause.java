package io.github.onrecord.answer;

import io.github.onrecord.search.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a statement: what one claim of a draft may rest on.
 *
 * @param match the statement
 * @param units what is said in it, in order
 * @param first whether the statement begins with it
 * @param question whether it asks instead of saying
 */
record Clause(Match match, List<Unit> units, boolean first, boolean question) {
  Clause {
    units = List.copyOf(units);
  }

  /** The sentences of a statement. A dot ends one when a capital or a number follows it. */
  static List<Clause> of(Match match, UnitReader reader) {
    List<Token> tokens = reader.tokens(match.statement().text());
    List<Clause> clauses = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean end = i + 1 == tokens.size();
      if (end || ends(token, tokens.get(i + 1))) {
        List<Unit> units = reader.read(tokens.subList(start, i + 1));
        if (!units.isEmpty()) {
          clauses.add(new Clause(match, units, start == 0, token.mark("?")));
        }
        start = i + 1;
      }
    }
    return clauses;
  }

  private static boolean ends(Token token, Token next) {
    if (token.mark(";")) {
      return true;
    }
    boolean stop = token.mark(".") || token.mark("!") || token.mark("?");
    return stop && (next.capital() || next.type() != Token.Type.WORD);
  }
}
