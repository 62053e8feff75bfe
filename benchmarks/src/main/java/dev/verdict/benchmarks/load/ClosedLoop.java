package dev.verdict.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * A number of callers, each of which asks, waits for the answer and asks again. The next question
 * is put on the thread that brought the answer, so no thread switch is measured but the wire's.
 *
 * @param <Q> a question
 * @param <A> an answer
 */
final class ClosedLoop<Q, A> {

  private final Channel channel;
  private final MethodDescriptor<Q, A> method;
  private final List<Q> questions;
  private final OperatingSystemMXBean machine =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  ClosedLoop(Channel channel, MethodDescriptor<Q, A> method, List<Q> questions) {
    this.channel = channel;
    this.method = method;
    this.questions = List.copyOf(questions);
  }

  /**
   * Asks for a while.
   *
   * @param callers at the same time
   * @throws IllegalStateException where a call failed: then there is nothing to compare
   */
  Measurement run(int callers, Duration duration) throws InterruptedException {
    var done = new CountDownLatch(callers);
    long start = System.nanoTime();
    long cpuStart = machine.getProcessCpuTime();
    var all = new ArrayList<Caller>();
    for (int i = 0; i < callers; i++) {
      all.add(new Caller(i, start + duration.toNanos(), done));
    }
    all.forEach(Caller::ask);
    if (!done.await(duration.toSeconds() + 30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("callers still wait for an answer after 30 s");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (machine.getProcessCpuTime() - cpuStart) / 1e9;
    all.forEach(Caller::check);
    return new Measurement(all.stream().flatMapToLong(Caller::samples), seconds, cpuSeconds);
  }

  /** One caller. Its state is handed from call to call, so two threads never see it at once. */
  private final class Caller extends ClientCall.Listener<A> {

    private final long end;
    private final CountDownLatch done;
    private long[] samples = new long[4_096];
    private int count;
    private int next;
    private long asked;
    private Status failure = Status.OK;

    Caller(int first, long end, CountDownLatch done) {
      this.next = first;
      this.end = end;
      this.done = done;
    }

    void ask() {
      Q question = questions.get(next++ % questions.size());
      asked = System.nanoTime();
      ClientCall<Q, A> call = channel.newCall(method, CallOptions.DEFAULT);
      call.start(this, new Metadata());
      call.request(2);
      call.sendMessage(question);
      call.halfClose();
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      long now = System.nanoTime();
      if (count == samples.length) {
        samples = Arrays.copyOf(samples, 2 * count);
      }
      samples[count++] = now - asked;
      if (!status.isOk()) {
        failure = status;
      }
      if (now >= end || !status.isOk()) {
        done.countDown();
      } else {
        ask();
      }
    }

    LongStream samples() {
      return Arrays.stream(samples, 0, count);
    }

    void check() {
      if (!failure.isOk()) {
        throw new IllegalStateException("a call failed: " + failure);
      }
    }
  }
}
