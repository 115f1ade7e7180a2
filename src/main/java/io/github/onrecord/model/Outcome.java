package io.github.onrecord.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a call ended. */
public sealed interface Outcome {
  /** The model replied with a JSON object; nothing else about it has been checked. */
  record Reply(ObjectNode json) implements Outcome {}

  /**
   * No reply.
   *
   * @param detail for the log: what kind of fault, never a prompt, a reply or a key
   */
  record Failed(Reason reason, String detail) implements Outcome {}

  /** Why there is no reply. */
  enum Reason {
    /** No model is configured. */
    NO_MODEL,
    /** As many calls are under way as are allowed. */
    BUSY,
    /** The day's calls or tokens are used up. */
    BUDGET,
    /** It failed so often that it is left alone for a while. */
    RESTING,
    /** It took too long. */
    DEADLINE,
    /** The server said no, can't be reached, or sent something that isn't its protocol. */
    FAULT,
    /** The model replied with something other than a JSON object. */
    NOT_JSON
  }
}
