package dk.borgerkontakt.review;

/**
 * One difference between two contracts.
 *
 * @param place where, empty for the operation itself
 * @param effect what it means for a client, a sentence without its full stop
 */
record Change(Weight weight, String place, String effect) {}
