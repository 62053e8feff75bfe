package dev.verdict.server.door.question;

/** Where the answer to a batch goes. One method is called, once, as for a single question. */
public interface BatchReceiver extends RefusalReceiver {

  void answered(BatchAnswer answer);
}
