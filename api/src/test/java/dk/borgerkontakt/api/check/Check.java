package dk.borgerkontakt.api.check;

import dk.borgerkontakt.contract.Contract;
import java.util.List;

/** Something that must hold for the contract. */
@FunctionalInterface
public interface Check {

  /** What breaks it, one sentence a fault; empty when it holds. */
  List<String> faults(Contract contract);
}
