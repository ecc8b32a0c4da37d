package app.earlybird.auth.account.domain;

/**
 * Whether an account may be used, and which of its sessions live.
 *
 * @param active set by an admin
 * @param customerActive false while the customer it belongs to is deactivated
 * @param sessionEpoch a session lives only while this is what it was when the session was opened: so that one write ends
 *     them all, together with what ends them
 */
public record AccountStatus(boolean active, boolean customerActive, long sessionEpoch) {

    static final AccountStatus NEW = new AccountStatus(true, true, 0);

    public boolean isOpen() {
        return active && customerActive;
    }

    AccountStatus withoutSessions() {
        return new AccountStatus(active, customerActive, sessionEpoch + 1);
    }

    AccountStatus withActive(boolean wanted) {
        return new AccountStatus(wanted, customerActive, sessionEpoch + 1);
    }

    /** The end of the customer's active life ends the sessions. */
    AccountStatus withCustomerActive(boolean wanted) {
        var ended = customerActive && !wanted;
        return new AccountStatus(active, wanted, ended ? sessionEpoch + 1 : sessionEpoch);
    }
}
