package app.earlybird.migrations.engine;

/** What the process says by its exit code. */
public enum Exit {
    OK(0),
    UNEXPECTED(1),
    USAGE(2),
    PENDING(3),
    DRIFT(4),
    LOCKED(5),
    PRECONDITION(6),
    INTERRUPTED(7),
    UNREACHABLE(8),
    LEASE_LOST(10),
    WOULD_LOSE_DATA(11),
    CONFLICTS_LEFT(12);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
