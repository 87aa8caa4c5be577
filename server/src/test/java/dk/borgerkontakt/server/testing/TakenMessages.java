package dk.borgerkontakt.server.testing;

import dk.borgerkontakt.server.sms.SmsText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** The messages that a {@link TestSmsCentre} was sent, and what it says to the next ones. */
public final class TakenMessages implements ServerMessageReceiverListener {

  /**
   * A message as it came in.
   *
   * @param text decoded as its data_coding says
   * @param sender type, plan and address, separated by slashes, as is the recipient
   */
  public record Sms(
      String id, String sender, String recipient, String text, int dataCoding, SubmitSm pdu) {}

  private static final Pattern SEPTET = Pattern.compile("1b..|..");
  private static final Map<String, String> ALPHABET =
      IntStream.range(0, Character.MAX_VALUE)
          .mapToObj(Character::toString)
          .filter(SmsText::isGsm7)
          .collect(Collectors.toMap(text -> hex(SmsText.encode(text)), text -> text));

  private final List<Sms> messages = new CopyOnWriteArrayList<>();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private final AtomicLong lastId = new AtomicLong(1000);
  private final AtomicInteger enquireLinks = new AtomicInteger();
  private final AtomicInteger count = new AtomicInteger();
  private volatile LongFunction<String> idForm = Long::toString;
  private volatile CountDownLatch hanging = new CountDownLatch(0);
  private volatile int dropAt = -1;
  private volatile boolean keeping = true;
  private volatile Runnable drop = () -> {};

  /** All that were accepted, in order. */
  public List<Sms> messages() {
    return messages;
  }

  /** How many were sent, refused ones too. */
  public int count() {
    return count.get();
  }

  public int enquireLinks() {
    return enquireLinks.get();
  }

  /** The statuses that the next ones are answered with; those behind them are accepted. */
  public void answerNext(int... next) {
    IntStream.of(next).forEach(statuses::add);
  }

  /** How an id is written. */
  public void writeIds(LongFunction<String> form) {
    idForm = form;
  }

  /** Whether the next ones are left without an answer. */
  public void hang(boolean on) {
    hanging.countDown();
    hanging = new CountDownLatch(on ? 1 : 0);
  }

  /** All sessions are dropped when this many more have come, without an answer to the last. */
  public void dropAfter(int more) {
    dropAt = count.get() + more;
  }

  /** Counts alone: for loads that would not fit into memory. */
  public void countOnly() {
    keeping = false;
  }

  void dropBy(Runnable action) {
    drop = action;
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm pdu, SMPPServerSession source)
      throws ProcessRequestException {
    if (count.incrementAndGet() == dropAt) {
      drop.run();
    }
    awaitEndOfHanging();
    Integer status = statuses.poll();
    if (status != null && status != SMPPConstant.STAT_ESME_ROK) {
      throw new ProcessRequestException("as told", status);
    }
    String id = idForm.apply(lastId.incrementAndGet());
    if (keeping) {
      messages.add(sms(id, pdu));
    }
    try {
      return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
    } catch (PDUStringException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitEndOfHanging() {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Sms sms(String id, SubmitSm pdu) {
    return new Sms(
        id,
        pdu.getSourceAddrTon() + "/" + pdu.getSourceAddrNpi() + "/" + pdu.getSourceAddr(),
        pdu.getDestAddrTon() + "/" + pdu.getDestAddrNpi() + "/" + pdu.getDestAddress(),
        text(pdu),
        pdu.getDataCoding(),
        pdu);
  }

  private static String text(SubmitSm pdu) {
    return pdu.getDataCoding() == 8
        ? new String(pdu.getShortMessage(), StandardCharsets.UTF_16BE)
        : SEPTET
            .matcher(hex(pdu.getShortMessage()))
            .replaceAll(
                match -> java.util.regex.Matcher.quoteReplacement(ALPHABET.get(match.group())));
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }

  @Override
  public void onAcceptEnquireLink(EnquireLink enquireLink, Session source) {
    enquireLinks.incrementAndGet();
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti pdu, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm pdu, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm pdu, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onAcceptCancelSm(CancelSm pdu, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm pdu, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm pdu, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm pdu, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm pdu, Session source) {
    throw new UnsupportedOperationException();
  }
}
