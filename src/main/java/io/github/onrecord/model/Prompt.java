package io.github.onrecord.model;

import java.util.Set;

/** A prompt that lies as a file in the folder {@code prompts}, and the variables it must use. */
public enum Prompt {
  /** Connects the statements on record for a question. */
  DRAFT("draft.txt", Set.of("language", "question", "statements")),
  /** The same once more, after a draft was refused. */
  REDRAFT("redraft.txt", Set.of("language", "question", "statements", "draft", "violations")),
  /** Finds other words for what a question is about. */
  SEARCH_TERMS("search-terms.txt", Set.of("question")),
  /** Finds statements that rules may have missed in a document. */
  PROPOSALS("proposals.txt", Set.of("text"));

  private final String file;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes sets that can't be changed
  private final Set<String> variables;

  Prompt(String file, Set<String> variables) {
    this.file = file;
    this.variables = variables;
  }

  /** The file's name inside the folder. */
  public String file() {
    return file;
  }

  /** What stands in double braces in the file: each at least once, and nothing else. */
  public Set<String> variables() {
    return variables;
  }
}
