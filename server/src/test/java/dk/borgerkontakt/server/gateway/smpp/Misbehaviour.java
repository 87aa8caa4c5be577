package dk.borgerkontakt.server.gateway.smpp;

import dk.borgerkontakt.server.gateway.smpp.RawCentre.Script;
import java.util.Map;

/** What a centre may do instead of taking a message, each of which ends the session. */
final class Misbehaviour {

  static final Map<String, Script> ALL =
      Map.ofEntries(
          Map.entry("no answer to the bind", RawCentre.Wire::readInSilence),
          Map.entry("hang up before the bind", wire -> {}),
          Map.entry(
              "hang up in mid-header",
              wire -> {
                wire.bind();
                wire.out().write(new byte[] {0, 0, 0});
              }),
          Map.entry(
              "hang up in mid-PDU",
              wire -> {
                wire.bind();
                wire.out().writeInt(100);
                wire.out().writeInt(RawCentre.DELIVER_SM);
              }),
          Map.entry(
              "speak HTTP", wire -> wire.out().writeBytes("HTTP/1.1 400 Bad Request\r\n\r\n")),
          Map.entry(
              "garbage behind the bind",
              wire -> {
                wire.bind();
                wire.out().writeBytes("garbage, and more of it than a header holds");
                wire.readInSilence();
              }),
          Map.entry(
              "a PDU of two gigabytes",
              wire -> {
                wire.bind();
                wire.out().writeInt(Integer.MAX_VALUE);
                wire.readInSilence();
              }),
          Map.entry(
              "a PDU of a negative length",
              wire -> {
                wire.bind();
                wire.out().writeInt(-1);
                wire.readInSilence();
              }),
          Map.entry(
              "a PDU shorter than its header",
              wire -> {
                wire.bind();
                wire.out().writeInt(15);
                wire.readInSilence();
              }),
          Map.entry(
              "a deliver_sm that ends too early",
              wire -> {
                wire.bind();
                wire.write(RawCentre.DELIVER_SM, 0, 1, "\0\1\1457012");
                wire.readInSilence();
              }),
          Map.entry(
              "an answer to the message that ends too early",
              wire -> {
                wire.bind();
                wire.write(RawCentre.SUBMIT_SM | RawCentre.RESPONSE, 0, wire.read()[1], "100");
                wire.readInSilence();
              }),
          Map.entry(
              "an unbind",
              wire -> {
                wire.bind();
                wire.write(RawCentre.UNBIND, 0, 1, "");
                wire.readInSilence();
              }));

  private Misbehaviour() {}
}
