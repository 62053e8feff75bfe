package dev.verdict.server.repository.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.transport.PackParser;

/**
 * A repository that takes in no more than it is meant to, object by object and in all. Where the
 * library receives objects it asks the repository for the parser, so the bounds hold there.
 */
final class BoundedRepository extends FileRepository {

  private final FetchLimits limits;
  private long received;
  private long receivedBefore;

  BoundedRepository(Path folder, FetchLimits limits) throws IOException {
    super(folder.toFile());
    this.limits = limits;
  }

  /** What was received so far counts for another fetch than what is to come. */
  void startFetch() {
    receivedBefore = received;
  }

  /** Bytes that were received in all. */
  long received() {
    return received;
  }

  @Override
  public ObjectInserter newObjectInserter() {
    return new BoundedInserter(super.newObjectInserter());
  }

  private final class BoundedInserter extends ObjectInserter.Filter {

    private final ObjectInserter unbounded;

    BoundedInserter(ObjectInserter unbounded) {
      this.unbounded = unbounded;
    }

    @Override
    protected ObjectInserter delegate() {
      return unbounded;
    }

    @Override
    public PackParser newPackParser(InputStream in) throws IOException {
      PackParser parser = unbounded.newPackParser(new BoundedStream(in));
      parser.setMaxObjectSizeLimit(limits.maxObjectBytes());
      return parser;
    }
  }

  private final class BoundedStream extends InputStream {

    private final InputStream in;

    BoundedStream(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) throws IOException {
      received += bytes;
      if (received - receivedBefore > limits.maxBytes()) {
        throw new FetchTooLargeException(
            "it takes more than "
                + limits.maxBytes()
                + " bytes to fetch (`repository.max-fetch-bytes`)");
      }
    }
  }
}
