package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Year;

/**
 * The form of a CPR number: the contract's pattern, and a day that has been. The pattern allows 29
 * February of any year; the century, and so the leap year, follows from the seventh digit
 * (CPR-kontoret, "Opbygning af CPR-nummeret"). Modulus 11 proves nothing: numbers without it are
 * issued since 2007.
 */
public final class CprForm {

  private final MessageSchema schema;

  CprForm(MessageSchema schema) {
    this.schema = schema;
  }

  /** Whether the text has the form; the ten zeros of an unknown citizen have it too. */
  public boolean admits(String cpr) {
    return schema.admits(TextNode.valueOf(cpr)) && isDay(cpr);
  }

  private static boolean isDay(String cpr) {
    return !cpr.startsWith("2902") || Year.isLeap(year(cpr));
  }

  private static int year(String cpr) {
    int yearOfCentury = Integer.parseInt(cpr.substring(4, 6));
    return century(cpr.charAt(6) - '0', yearOfCentury) + yearOfCentury;
  }

  private static int century(int seventhDigit, int yearOfCentury) {
    if (seventhDigit <= 3) {
      return 1900;
    }
    if (seventhDigit == 4 || seventhDigit == 9) {
      return yearOfCentury <= 36 ? 2000 : 1900;
    }
    return yearOfCentury <= 57 ? 2000 : 1800;
  }
}
