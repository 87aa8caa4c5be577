package dk.borgerkontakt.server.contract;

import java.util.Arrays;

/** The eight columns of the access matrix, by the names that the agency prints over them. */
public enum AccessColumn {
  ALLE_BORGERE("Alle borgere"),
  EGNE_BORGERE("Egne borgere"),
  TIDLIGERE_EGNE_BORGERE("Tidligere egne borgere"),
  GAESTEADGANG("Gæsteadgang"),
  ANDEN_AKTOER_EGNE_BORGERE("Anden Aktør - egne borgere"),
  ANDEN_AKTOER_GAESTEADGANG("Anden Aktør - gæsteadgang"),
  ANDEN_AKTOER_ALLE_BORGERE("Anden Aktør - alle borgere"),
  SYSTEM_ALLE_BORGERE("System - alle borgere");

  private final String title;

  AccessColumn(String title) {
    this.title = title;
  }

  /** The column with this title; a title that is none of the eight is a fault of the contract. */
  static AccessColumn titled(String title) {
    return Arrays.stream(values())
        .filter(column -> column.title.equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such access column: " + title));
  }
}
