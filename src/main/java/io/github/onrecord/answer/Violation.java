package io.github.onrecord.answer;

/** Why a sentence of a draft is refused. The reason is told to the model on its second attempt. */
sealed interface Violation {
  String reason();

  /** No statement is named. */
  record NoLabel() implements Violation {
    @Override
    public String reason() {
      return "it names no statement";
    }
  }

  /** A label that wasn't given. */
  record UnknownLabel(String label) implements Violation {
    @Override
    public String reason() {
      return "there is no statement " + label;
    }
  }

  /** A statement that bears no part of the sentence. */
  record IdleLabel() implements Violation {
    @Override
    public String reason() {
      return "it names a statement that doesn't bear it";
    }
  }

  /** It rests on statements of several speakers. */
  record SeveralSpeakers() implements Violation {
    @Override
    public String reason() {
      return "it rests on statements of several speakers";
    }
  }

  /** Quotation marks, markup, length and the like. */
  record BadForm(String what) implements Violation {
    @Override
    public String reason() {
      return "it contains " + what;
    }
  }

  /** Not the language of the question. */
  record OtherLanguage() implements Violation {
    @Override
    public String reason() {
      return "it isn't in the question's language";
    }
  }

  /** It speaks as the speaker, or to the reader. */
  record Person(String word) implements Violation {
    @Override
    public String reason() {
      return "it speaks in the first or second person: " + word;
    }
  }

  /** It claims to give exact words. */
  record ExactWords() implements Violation {
    @Override
    public String reason() {
      return "it claims to give exact words";
    }
  }

  /** It doesn't say who said it. */
  record NoSpeaker() implements Violation {
    @Override
    public String reason() {
      return "it doesn't say who said it, with a neutral verb";
    }
  }

  /** Something beside the speaker's name that the record doesn't say of the speaker. */
  record NotOfSpeaker(String word) implements Violation {
    @Override
    public String reason() {
      return "the record doesn't say this of the speaker: " + word;
    }
  }

  /** A word that the statement doesn't bear. */
  record NotBorne(String word) implements Violation {
    @Override
    public String reason() {
      return "the statement doesn't say: " + word;
    }
  }

  /** A number, day or month that the statement doesn't have there. */
  record WrongNumber(String word) implements Violation {
    @Override
    public String reason() {
      return "the statement doesn't have this number there: " + word;
    }
  }

  /** A negation, modal verb, condition or limit that the statement doesn't have there. */
  record Added(String word) implements Violation {
    @Override
    public String reason() {
      return "the statement doesn't have this there: " + word;
    }
  }

  /** A negation, modal verb, condition, limit or number was left out. */
  record Dropped(String word) implements Violation {
    @Override
    public String reason() {
      return "this was left out: " + word;
    }
  }

  /** The order of words is another, so that who acts on whom may be. */
  record Moved(String word) implements Violation {
    @Override
    public String reason() {
      return "this stands in another place than in the statement: " + word;
    }
  }

  /** The statement asks, the sentence claims. */
  record AskedNotSaid() implements Violation {
    @Override
    public String reason() {
      return "the statement asks this and doesn't say it";
    }
  }

  /** So little of the statement is left that it may say something else. */
  record TooLittle() implements Violation {
    @Override
    public String reason() {
      return "too little of the statement is left";
    }
  }

  /** It claims nothing. */
  record Empty() implements Violation {
    @Override
    public String reason() {
      return "it says nothing";
    }
  }
}
