package dk.borgerkontakt.server.gateway.smpp;

import org.jsmpp.SMPPConstant;

/**
 * What the command_status of a submit_sm_resp (SMPP 3.4, 5.1.3) means for a message. What says that
 * the account, the configuration or the centre is not in order would meet every message: those wait
 * until somebody has put it in order, or their code dies. So does what the standard doesn't know.
 */
enum CommandStatus {
  /** Nobody can be reached at the number. */
  ADDRESS_INVALID,
  /** This message will never do. */
  MESSAGE_INVALID,
  /** The centre takes no more for the moment. */
  TOO_FAST,
  /** It may do later. */
  AGAIN;

  static CommandStatus of(int status) {
    return switch (status) {
      case SMPPConstant.STAT_ESME_RINVDSTADR -> ADDRESS_INVALID;
      case SMPPConstant.STAT_ESME_RINVMSGLEN -> MESSAGE_INVALID;
      case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL -> TOO_FAST;
      default -> AGAIN;
    };
  }
}
