package dk.borgerkontakt.pages.view;

/** One thing that the contract says of the form of a value; the value of it is read literally. */
public record Term(String name, String value) {}
